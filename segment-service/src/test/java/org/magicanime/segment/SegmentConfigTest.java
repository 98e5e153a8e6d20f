package org.magicanime.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;

class SegmentConfigTest {
    @Test
    void withoutAnySettingTheDefaultsAreThoseOfTheDomain() {
        assertThat(config().clip().rules()).isEqualTo(ClipRules.DEFAULT);
        assertThat(config().detector()).isEqualTo(Detector.CARTOON);
        assertThat(config().secondOpinion()).isEqualTo(SecondOpinion.NONE);
    }

    /// The configuration makes the converter itself, so that it must be public, as its constructor.
    @Test
    void theDetectorIsToldByItsName() {
        assertThat(config("segment.detector", "content-0.6.7").detector()).isEqualTo(Detector.CONTENT_0_6_7);
    }

    @Test
    void aSecondOpinionIsToldByTheNameOfItsNetwork() {
        assertThat(config("segment.second-opinion", "transnetv2").secondOpinion())
                .isEqualTo(SecondOpinion.TRANSNETV2);
    }

    private static SegmentConfig config(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(SegmentConfig.class)
                // Outside of Quarkus, lengths of time are read in one form only.
                .withDefaultValue("segment.timeout", "PT2H");
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(SegmentConfig.class);
    }
}
