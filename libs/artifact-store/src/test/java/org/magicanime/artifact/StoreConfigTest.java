package org.magicanime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreConfigTest {
    private static final Map<String, String> NEEDED =
            Map.of("store.endpoint", "http://127.0.0.1:9000", "store.access-key", "a", "store.secret-key", "s");

    @Test
    void endpointAndCredentialsAreEnough() {
        StoreConfig config = read(NEEDED);

        assertThat(config.endpoint()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(config.accessKey()).isEqualTo("a");
        assertThat(config.secretKey()).isEqualTo("s");
        assertThat(config.region()).isEqualTo("us-east-1");
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.transferTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.ingestBucket()).isEqualTo("ingest");
        assertThat(config.artifactsBucket()).isEqualTo("artifacts");
        assertThat(config.datasetsBucket()).isEqualTo("datasets");
    }

    @Test
    void missingCredentialsAreNamed() {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> read(Map.of("store.endpoint", "http://127.0.0.1:9000")))
                .withMessageContaining("store.access-key")
                .withMessageContaining("store.secret-key");
    }

    private static StoreConfig read(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(StoreConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(StoreConfig.class);
    }
}
