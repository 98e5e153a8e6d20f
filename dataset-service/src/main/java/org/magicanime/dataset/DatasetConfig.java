package org.magicanime.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.dataset.domain.LastStage;

/// Settings of the ledger. Its database is a Quarkus datasource: `quarkus.datasource.jdbc.url` and so
/// on.
@ConfigMapping(prefix = "dataset")
interface DatasetConfig {
    /// The stage after which a film is done: `segment`, `keypoint`, `face-crop`, `audio` or `caption`.
    @WithDefault("caption")
    LastStage lastStage();

    /// Where methods put their videos, as `eval.submissions-bucket` says. Only names are read there.
    @WithDefault("evaluations")
    String submissionsBucket();

    Access access();

    Characters characters();

    /// Which faces are taken for the same character.
    interface Characters {
        /// The largest distance between two faces of one character, where no person said otherwise; 1 is about where
        /// one character ends. Another value finds the characters of all films anew.
        @WithDefault("1.0")
        double threshold();
    }

    /// Who may ask.
    interface Access {
        /// A file with one token a line, 32 characters or more, which programs send as `Authorization:
        /// Bearer TOKEN` and people log in with. Needed where the service is bound to another interface
        /// than the loopback one.
        Optional<Path> tokenFile();
    }
}
