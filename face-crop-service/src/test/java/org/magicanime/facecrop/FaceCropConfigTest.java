package org.magicanime.facecrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.magicanime.facecrop.domain.CropShape;
import org.magicanime.facecrop.domain.FaceRules;
import org.magicanime.facecrop.domain.FaceSearch;

class FaceCropConfigTest {
    @Test
    void withoutAnySettingTheDefaultsAreThoseOfTheDomain() {
        FaceCropConfig config = config();

        assertThat(config.face().rules()).isEqualTo(FaceRules.DEFAULT);
        assertThat(config.search().rules()).isEqualTo(FaceSearch.DEFAULT);
        assertThat(config.window().shape()).isEqualTo(CropShape.DEFAULT);
    }

    @Test
    void settingsHaveTheNamesOfTheirRules() {
        FaceCropConfig config = config("face-crop.face.eyes-turn", "0.3", "face-crop.window.smooth-seconds", "0");

        assertThat(config.face().rules().eyesTurn()).isEqualTo(0.3);
        assertThat(config.window().shape().smoothSeconds()).isZero();
    }

    private static FaceCropConfig config(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(FaceCropConfig.class);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(FaceCropConfig.class);
    }
}
