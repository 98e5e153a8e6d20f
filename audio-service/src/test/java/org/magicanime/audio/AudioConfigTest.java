package org.magicanime.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.magicanime.audio.domain.SoundRules;

class AudioConfigTest {
    @Test
    void withoutAnySettingTheDefaultsAreThoseOfTheDomain() {
        assertThat(config().rules()).isEqualTo(SoundRules.DEFAULT);
    }

    @Test
    void settingsHaveTheNamesOfTheirRules() {
        assertThat(config("audio.speech.snr-light", "14").rules().snrLight()).isEqualTo(14);
        assertThat(config("audio.sync.score", "2").rules().sync()).isEqualTo(2);
    }

    @Test
    void nothingIsSeparatedUnlessAModelIsNamed() {
        assertThat(config().separation()).isEmpty();
        assertThat(config("audio.speech.separation", "none").separation()).isEmpty();
        assertThat(config("audio.speech.separation", "").separation()).isEmpty();
        assertThat(config("audio.speech.separation", "my_vocals").separation()).contains("my_vocals");
    }

    private static AudioConfig config(String... nameAndValue) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AudioConfig.class);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            builder.withDefaultValue(nameAndValue[i], nameAndValue[i + 1]);
        }
        return builder.build().getConfigMapping(AudioConfig.class);
    }
}
