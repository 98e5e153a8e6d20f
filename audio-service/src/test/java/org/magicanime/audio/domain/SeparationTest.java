package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.Mixture;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.separation.TinySeparators;
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// Drawn talk on the left side, music as loud on the right, and models that know that: what a model that separates well
/// would change. Whether one does, only a real one could show.
class SeparationTest {
    private static final int FRAMES = 144;
    private static final int RATE = FaceClips.RATE;

    @TempDir
    static Path folder;

    private static TinySeparators tiny;
    private static float[] speech;
    private static float[] music;
    private static double[] mouth;

    @BeforeAll
    static void draw() throws IOException {
        tiny = new TinySeparators(folder);
        Cartoon talk = FaceClips.cartoon(DrawnTalk.of(FRAMES, Voice.of(120, 4)));
        speech = FaceClips.sound(talk);
        mouth = FaceClips.mouth(talk);
        Scene mute = Scene.of(
                FRAMES,
                new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                Actor.of(Figure.anime("Anna", Colours.blue())));
        float[] both = Mixture.of(speech, FaceClips.sound(FaceClips.cartoon(mute.sounding(1, 0))), 0);
        music = new float[speech.length];
        for (int i = 0; i < music.length; i++) {
            music[i] = both[i] - speech[i];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdx_left", "htdemucs_left"})
    void aVoiceInLoudMusicIsKeptWhereAModelTakesItOut(String file) throws IOException {
        SoundVerdict without = judge(Optional.empty(), sides());
        SoundVerdict with = judge(Optional.of(tiny.add(file)), sides());

        assertThat(without.code()).isEqualTo("too-noisy");
        assertThat(without.quality().separation()).isNull();
        assertThat(with.code()).isEqualTo("kept");
        SeparatedBy by = Objects.requireNonNull(with.quality().separation());
        assertThat(by.model()).isEqualTo(file);
        assertThat(by.ratio()).isBetween(-4.0, 4.0);
        assertThat(Objects.requireNonNull(with.quality().snr())).isGreaterThan(12);
        Made made = Objects.requireNonNull(with.made());
        assertThat(Mixture.siSdr(made.speech(), speech)).isGreaterThan(50);
        assertThat(Mixture.siSdr(made.background(), music)).isGreaterThan(50);
        for (int i = 0; i < speech.length; i += 97) {
            assertThat(made.speech()[i] + made.background()[i]).isCloseTo((speech[i] + music[i]) / 2, offset(1e-5f));
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
        assertThat(judge(Optional.of(tiny.addRest("htdemucs_left")), sides()).code())
                .isEqualTo("too-noisy");
    }

    private static FilmSound sides() {
        float[] middle = new float[speech.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (speech[i] + music[i]) / 2;
        }
        return new FilmSound(RATE, 2, middle, new float[][] {speech, music});
    }

    private static SoundVerdict judge(Optional<String> separation, FilmSound sound) {
        double[] times = new double[FRAMES + 1];
        Arrays.setAll(times, i -> i / 24.0);
        try (OnnxSpeechModels models = new OnnxSpeechModels(tiny.models(), separation.map(tiny::entry))) {
            return new SoundJudge(models, new AvSoundMedia(), SoundRules.DEFAULT, SpeechBank.ofProject())
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
