package org.magicanime.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.magicanime.caption.domain.motion.MotionRules;
import org.magicanime.caption.domain.motion.Rule;

class CaptionConfigTest {
    @Test
    void withoutAnySettingTheDefaultsAreThoseOfTheDomain() {
        assertThat(config().motionRules().parameters()).isEqualTo(MotionRules.DEFAULT.parameters());
    }

    @Test
    void settingsHaveTheNamesOfTheirRules() {
        MotionRules rules = config("caption.rules.\"wave.swing\"", "0.2").motionRules();

        assertThat(rules.of(Rule.WAVE_SWING)).isEqualTo(0.2);
        assertThat(rules.of(Rule.NOD)).isEqualTo(Rule.NOD.threshold());
    }

    @Test
    void aRuleThatDoesNotExistIsRefusedByItsName() {
        assertThatThrownBy(() -> config("caption.rules.\"wave.swimg\"", "0.2").motionRules())
                .hasMessageContaining("wave.swimg");
    }

    private static CaptionConfig config(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(CaptionConfig.class);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(CaptionConfig.class);
    }
}
