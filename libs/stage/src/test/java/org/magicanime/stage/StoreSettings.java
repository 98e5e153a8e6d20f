package org.magicanime.stage;

import java.net.URI;
import java.time.Duration;
import org.magicanime.artifact.StoreConfig;

/// A way to the store of {@link Servers}.
record StoreSettings(URI endpoint) implements StoreConfig {
    @Override
    public String accessKey() {
        return Servers.ACCESS_KEY;
    }

    @Override
    public String secretKey() {
        return Servers.SECRET_KEY;
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration transferTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public String ingestBucket() {
        return "ingest";
    }

    @Override
    public String artifactsBucket() {
        return "artifacts";
    }
}
