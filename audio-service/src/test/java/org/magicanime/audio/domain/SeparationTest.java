package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.Mixture;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.separation.TinySeparators;
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Voice;

/// Drawn talk on the left side, music as loud on the right, and models that know that: what a model that separates well
/// would change. Whether one does, only a real one could show.
class SeparationTest {
    /// So that at 44.1 kHz the sound has no whole number of samples.
    private static final int FRAMES = 143;
    private static final int RATE = FaceClips.RATE;
    private static final AvSoundMedia MEDIA = new AvSoundMedia();

    private static float[] speech;
    private static float[] music;
    private static double[] mouth;

    @TempDir
    Path folder;

    private TinySeparators tiny;

    @BeforeEach
    void bring() throws IOException {
        tiny = new TinySeparators(folder);
    }

    @BeforeAll
    static void draw() {
        Cartoon talk = FaceClips.cartoon(DrawnTalk.of(FRAMES, Voice.of(120, 4)));
        speech = FaceClips.sound(talk);
        mouth = FaceClips.mouth(talk);
        music = DrawnTalk.musicAsLoud(speech, FRAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "mdx_left, 48000",
        "mdx_left, 44100",
        "mdx_left, 22050",
        "htdemucs_left, 48000",
        "htdemucs_left, 44100",
        "htdemucs_left, 22050",
    })
    void aVoiceInLoudMusicIsKeptWhereAModelTakesItOut(String file, int rate) throws IOException {
        float[] talk = MEDIA.resample(speech, RATE, rate);
        float[] tune = MEDIA.resample(music, RATE, rate);
        FilmSound sound = sides(talk, tune, rate);
        SoundVerdict without = judge(Optional.empty(), sound);
        SoundVerdict with = judge(Optional.of(tiny.add(file)), sound);

        assertThat(without.code()).isEqualTo("too-noisy");
        assertThat(without.quality().separation()).isNull();
        assertThat(with.code()).isEqualTo("kept");
        SeparatedBy by = Objects.requireNonNull(with.quality().separation());
        assertThat(by.model()).isEqualTo(file);
        assertThat(by.ratio()).isBetween(-4.0, 4.0);
        assertThat(Objects.requireNonNull(with.quality().snr())).isGreaterThan(12);
        Made made = Objects.requireNonNull(with.made());
        // What that rate can hold of them.
        float[] heardTalk = MEDIA.resample(talk, rate, RATE);
        float[] heardTune = MEDIA.resample(tune, rate, RATE);
        assertThat(Mixture.siSdr(made.speech(), heardTalk)).isGreaterThan(50);
        assertThat(Mixture.siSdr(made.background(), heardTune)).isGreaterThan(50);
        for (int i = 0; i < speech.length; i += 97) {
            assertThat(made.speech()[i] + made.background()[i])
                    .isCloseTo((heardTalk[i] + heardTune[i]) / 2, offset(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdx_identity", "htdemucs_identity"})
    void aModelThatTakesNothingAwayChangesNoVerdictAndNoSample(String file) throws IOException {
        FilmSound one = new FilmSound(RATE, 1, speech);

        SoundVerdict without = judge(Optional.empty(), one);
        SoundVerdict with = judge(Optional.of(tiny.add(file)), one);

        assertThat(without.code()).isEqualTo("kept");
        assertThat(with.code()).isEqualTo("kept");
        assertThat(Objects.requireNonNull(with.quality().separation()).ratio()).isGreaterThan(60);
        assertThat(Objects.requireNonNull(with.made()).speech())
                .containsExactly(Objects.requireNonNull(without.made()).speech(), offset(1e-5f));
    }

    /// Cleaning leaves little of music.
    @Test
    void anotherStemThanTheVoiceIsNotKept() throws IOException {
        assertThat(judge(Optional.of(tiny.addRest("htdemucs_left")), sides(speech, music, RATE))
                        .code())
                .isEqualTo("too-noisy");
    }

    private static FilmSound sides(float[] left, float[] right, int rate) {
        float[] middle = new float[left.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (left[i] + right[i]) / 2;
        }
        return new FilmSound(rate, 2, middle, new float[][] {left, right});
    }

    private SoundVerdict judge(Optional<String> separation, FilmSound sound) {
        double[] times = new double[FRAMES + 1];
        Arrays.setAll(times, i -> i / 24.0);
        try (OnnxSpeechModels models = new OnnxSpeechModels(tiny.models(), separation.map(tiny::entry))) {
            return new SoundJudge(models, MEDIA, SoundRules.DEFAULT, SpeechBank.ofProject())
                    .judge(
                            "face",
                            sound,
                            new MouthSeries(Arrays.stream(mouth)
                                    .mapToObj(each -> new MouthSeries.Frame(each, true))
                                    .toList()),
                            times);
        }
    }
}
