package org.magicanime.artifact;

import java.net.URI;
import java.time.Duration;

/// A store that a program knows by itself, with no configuration to read: otherwise as {@link StoreConfig} has it by
/// default.
///
/// @param connectTimeout how long a connection may take to come about
/// @param transferTimeout how long the store may be silent in the middle of a transfer
public record KnownStore(
        URI endpoint, String accessKey, String secretKey, Duration connectTimeout, Duration transferTimeout)
        implements StoreConfig {

    public KnownStore(URI endpoint, String accessKey, String secretKey) {
        this(endpoint, accessKey, secretKey, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    /// The same store, with both time-outs this long.
    public KnownStore within(Duration timeout) {
        return new KnownStore(endpoint, accessKey, secretKey, timeout, timeout);
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public String ingestBucket() {
        return "ingest";
    }

    @Override
    public String artifactsBucket() {
        return "artifacts";
    }

    @Override
    public String datasetsBucket() {
        return "datasets";
    }

    /// Without the secret: it may get into a log.
    @Override
    public String toString() {
        return "store at " + endpoint;
    }
}
