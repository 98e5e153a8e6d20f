package org.magicanime.artifact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the object store is and how long one waits for it.
@ConfigMapping(prefix = "store")
public interface StoreConfig {
    /// Such as `http://127.0.0.1:9000`.
    URI endpoint();

    /// Never in a file of the project: comes from the environment or a mounted file.
    String accessKey();

    /// Never in a file of the project: comes from the environment or a mounted file.
    String secretKey();

    @WithDefault("us-east-1")
    String region();

    /// How long a connection may take to come about.
    @WithDefault("PT5S")
    Duration connectTimeout();

    /// How long the store may be silent in the middle of a transfer.
    @WithDefault("PT30S")
    Duration transferTimeout();

    /// Strangers write here.
    @WithDefault("ingest")
    String ingestBucket();

    /// Services write here.
    @WithDefault("artifacts")
    String artifactsBucket();

    /// Frozen versions of the data set.
    @WithDefault("datasets")
    String datasetsBucket();
}
