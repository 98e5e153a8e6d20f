package org.magicanime.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.PoseRules;
import org.magicanime.keypoint.model.EstimatorOptions;

class KeypointConfigTest {
    @Test
    void withoutAnySettingTheDefaultsAreThoseOfTheDomain() {
        KeypointConfig config = config();

        assertThat(config.pose().rules()).isEqualTo(PoseRules.DEFAULT);
        assertThat(config.estimator()).isEqualTo(EstimatorOptions.DEFAULT);
        assertThat(config.longestSide()).isEqualTo(KeypointParameters.LONGEST_SIDE);
    }

    @Test
    void detectorsAreNamedOneAfterTheOther() {
        assertThat(config("keypoint.person-detectors", "yolox_nano,rtmdetnp")
                        .estimator()
                        .personDetectors())
                .isEqualTo(List.of("yolox_nano", "rtmdetnp"));
    }

    private static KeypointConfig config(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(KeypointConfig.class);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(KeypointConfig.class);
    }
}
