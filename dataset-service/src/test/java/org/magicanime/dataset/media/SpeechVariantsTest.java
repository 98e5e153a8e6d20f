package org.magicanime.dataset.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;
import org.magicanime.voices.VoicedRhythm;

class SpeechVariantsTest {
    private static final int SAMPLES = 3 * DrawnSpeech.RATE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"120,4", "240,-4"})
    void aDeepVoiceBecomesHigherAndAHighOneDeeper(double tone, double semitones) {
        SpeechVariants variants = variants(tone);

        variants.writeChangedTone(folder.resolve("tone.mp3"), folder.resolve("tone16k.wav"));

        double changed = tone * Math.pow(2, semitones / 12);
        for (String name : new String[] {"tone.mp3", "tone16k.wav"}) {
            assertThat(tone(SoundFile.read(folder.resolve(name)))).isCloseTo(changed, within(0.04 * changed));
        }
    }

    @Test
    void allAreAsLongAsTheSpeechToASample() {
        SpeechVariants variants = variants(120);

        variants.writeSlow(folder.resolve("speech16k.wav"));
        variants.writeChangedTone(folder.resolve("tone.mp3"), folder.resolve("tone16k.wav"));
        variants.writeRandomVoice("a-case", folder.resolve("voice.mp3"), folder.resolve("voice16k.wav"));

        for (String fast : new String[] {"tone.mp3", "voice.mp3"}) {
            assertThat(SoundFile.read(folder.resolve(fast)).samples()).hasSize(SAMPLES);
        }
        for (String slow : new String[] {"speech16k.wav", "tone16k.wav", "voice16k.wav"}) {
            Sound sound = SoundFile.read(folder.resolve(slow));
            assertThat(sound.rate()).isEqualTo(16_000);
            assertThat(sound.samples()).hasSize(SAMPLES / 3);
        }
    }

    @Test
    void theVoiceFollowsFromTheCase() {
        SpeechVariants variants = variants(120);
        Path one = folder.resolve("one.mp3");
        Path same = folder.resolve("same.mp3");
        Path other = folder.resolve("other.mp3");
        Path wav = folder.resolve("voice16k.wav");

        variants.writeRandomVoice("0011223344556677-000000-000048", one, wav);
        variants.writeRandomVoice("0011223344556677-000000-000048", same, wav);
        variants.writeRandomVoice("0011223344556677-000048-000096", other, wav);

        assertThat(one).hasSameBinaryContentAs(same);
        assertThat(SoundFile.read(one).samples())
                .isNotEqualTo(SoundFile.read(other).samples());
    }

    private SpeechVariants variants(double tone) {
        Path speech = folder.resolve("speech.mp3");
        DrawnSpeech.write(tone, speech);
        return new SpeechVariants(speech);
    }

    /// The median, in hertz.
    private static double tone(Sound sound) {
        double[] tones = Arrays.stream(
                        VoicedRhythm.of(sound.samples(), sound.rate()).pitch())
                .filter(tone -> tone > 0)
                .sorted()
                .toArray();
        return tones[tones.length / 2];
    }
}
