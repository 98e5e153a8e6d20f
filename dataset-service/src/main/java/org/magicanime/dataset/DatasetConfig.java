package org.magicanime.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.magicanime.dataset.domain.LastStage;

/// Settings of the ledger. Its database is a Quarkus datasource: `quarkus.datasource.jdbc.url` and so on.
@ConfigMapping(prefix = "dataset")
interface DatasetConfig {
    /// The stage after which a film is done: `segment`, `keypoint` or `face-crop`.
    @WithDefault("face-crop")
    LastStage lastStage();
}
