package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.Mixture;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.ProjectModels;
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

/// Six seconds of a drawn voice with noise, music and another voice: `docs/speech.md` has the table of three voices.
class DrawnMixturesTest {
    private static final int FRAMES = 144;

    private static OnnxSpeechModels models;
    private static float[] speech;
    private static float[] noise;
    private static float[] music;
    private static float[] voice;
    private static double[] mouth;

    @BeforeAll
    static void draw() {
        models = new OnnxSpeechModels(ProjectModels.starter());
        Cartoon talk = FaceClips.cartoon(DrawnTalk.of(FRAMES, Voice.of(120, 4)));
        speech = FaceClips.sound(talk);
        mouth = FaceClips.mouth(talk);
        Random random = new Random(1);
        Arrays.setAll(mouth, t -> mouth[t] + 0.012 * random.nextGaussian());
        Scene mute = Scene.of(
                FRAMES,
                new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                Actor.of(Figure.anime("Anna", Colours.blue())));
        noise = FaceClips.sound(FaceClips.cartoon(mute.sounding(0, 1)));
        music = FaceClips.sound(FaceClips.cartoon(mute.sounding(1, 0)));
        voice = FaceClips.sound(FaceClips.cartoon(DrawnTalk.of(FRAMES, Voice.of(230, 9))));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    /// What is kept is at least as clean as it came; from 10 dB down it is cleaned to more.
    @ParameterizedTest
    @CsvSource({"noise, 20, 20", "noise, 10, 17", "noise, 5, 14", "music, 20, 19", "music, 10, 13"})
    void whatIsKeptIsCleanerThanItCame(String kind, double decibels, double least) {
        SoundVerdict verdict = judge(kind, decibels);

        assertThat(verdict.code()).isEqualTo("kept");
        assertThat(Mixture.siSdr(Objects.requireNonNull(verdict.made()).speech(), speech))
                .isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({"noise, 0", "music, 5", "music, 0", "voice, 6", "voice, 3", "voice, 0"})
    void whatCannotBeCleanedIsTooNoisy(String kind, double decibels) {
        assertThat(judge(kind, decibels).code()).isEqualTo("too-noisy");
    }

    private static SoundVerdict judge(String kind, double decibels) {
        float[] beside =
                switch (kind) {
                    case "noise" -> noise;
                    case "music" -> music;
                    default -> voice;
                };
        double[] times = new double[FRAMES + 1];
        Arrays.setAll(times, i -> i / 24.0);
        return new SoundJudge(models, new AvSoundMedia(), SoundRules.DEFAULT, SpeechBank.ofProject())
                .judge(
                        "face",
                        new FilmSound(FaceClips.RATE, 1, Mixture.of(speech, beside, decibels)),
                        new MouthSeries(Arrays.stream(mouth)
                                .mapToObj(each -> new MouthSeries.Frame(each, true))
                                .toList()),
                        times);
    }
}
