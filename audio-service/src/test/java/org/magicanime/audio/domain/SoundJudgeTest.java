package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.judging.Missed;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// Drawn talk of six seconds, changed in one way after the other.
class SoundJudgeTest {
    private static final int RATE = FaceClips.RATE;
    private static final int FRAMES = 144;

    private static OnnxSpeechModels models;
    private static float[] speech;
    private static double[] mouth;

    @BeforeAll
    static void draw() {
        models = new OnnxSpeechModels(ProjectModels.starter());
        Cartoon talk = FaceClips.cartoon(DrawnTalk.of(FRAMES));
        speech = FaceClips.sound(talk);
        mouth = FaceClips.mouth(talk);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void whoSpeaksIsKeptWithEachTestThatWasPassed() {
        SoundVerdict verdict = judge(speech);

        assertThat(verdict.missed()).isNull();
        assertThat(verdict.passed())
                .extracting(measure -> measure.rule())
                .startsWith("sound.seconds", "sound.level", "speech.share", "speech.snr")
                .endsWith("mouth.certain", "mouth.range", "sync.out", "sync.score", "sync.margin", "sync.rhythm");
        assertThat(made(verdict).speech()).hasSameSizeAs(speech);
        assertThat(made(verdict).sync().correctedFrames()).isZero();
    }

    @Test
    void speechAndBackgroundTogetherAreTheSound() {
        Made made = made(judge(speech));

        for (int i = 0; i < speech.length; i += 97) {
            assertThat(made.speech()[i] + made.background()[i]).isCloseTo(speech[i], offset(1e-5f));
        }
    }

    @Test
    void withoutSoundOrWithSilenceNothingIsKept() {
        assertThat(code(judge(FilmSound.NONE, mouth))).isEqualTo("no-audio");
        assertThat(code(judge(new float[speech.length]))).isEqualTo("silent");
        assertThat(code(judge(Level.scaled(speech, 1e-4)))).isEqualTo("silent");
    }

    @Test
    void musicAndNoiseAreNoSpeech() {
        Scene silent = Scene.of(
                        FRAMES,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.of(Figure.anime("Anna", Colours.blue())))
                .sounding(0.5, 0);

        assertThat(code(judge(noise(speech.length, 0.1)))).isEqualTo("no-speech");
        assertThat(code(judge(FaceClips.sound(FaceClips.cartoon(silent))))).isEqualTo("no-speech");
    }

    @Test
    void speechInMuchNoiseIsTooNoisy() {
        SoundVerdict verdict = judge(sum(speech, noise(speech.length, 0.1)));

        assertThat(code(verdict)).isEqualTo("too-noisy");
        Missed missed = Objects.requireNonNull(verdict.missed());
        assertThat(missed.measured()).isLessThan(5);
        assertThat(missed.held().rule()).isEqualTo("speech.snr");
    }

    @Test
    void littleNoiseIsTakenAway() {
        float[] noise = noise(speech.length, 0.012);

        SoundVerdict verdict = judge(sum(speech, noise));

        assertThat(verdict.missed()).isNull();
        assertThat(verdict.quality().cleaning()).isNotEqualTo(Cleaning.NONE);
        // The first fifth of a second has nothing but noise.
        assertThat(Level.effective(made(verdict).speech(), 0, 9000)).isLessThan(0.3 * Level.effective(noise, 0, 9000));
    }

    @Test
    void twoWhoSpeakInTurnAreNotKept() {
        float[] other = FaceClips.sound(FaceClips.cartoon(DrawnTalk.of(FRAMES, Voice.of(70, 4))));
        float[] turns = speech.clone();
        System.arraycopy(other, turns.length / 2, turns, turns.length / 2, turns.length / 2);

        assertThat(code(judge(turns))).isEqualTo("several-speakers");
    }

    @Test
    void aMouthThatStaysShutDoesNotMove() {
        double[] shut = new double[FRAMES];
        Random random = new Random(3);
        Arrays.setAll(shut, i -> 0.02 + 0.012 * random.nextGaussian());

        SoundVerdict verdict = judge(sound(speech), shut);

        assertThat(code(verdict)).isEqualTo("mouth-does-not-move");
        assertThat(verdict.made()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 24, 36})
    void aMouthThatIsLateIsNotKept(int frames) {
        double[] late = new double[FRAMES];
        Arrays.setAll(late, i -> i < frames ? 0.02 : mouth[i - frames]);

        assertThat(code(judge(sound(speech), late))).isIn("not-in-sync", "undecided");
    }

    /// Drawn voices have one rhythm, so that some mouths fit other words by chance: `bench lip-sync` counts on many
    /// more clips.
    @Test
    void mouthsOfOtherWordsAreSeldomKept() {
        long kept = IntStream.of(2, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .mapToObj(words -> {
                    int first = 24 + 13 * words;
                    Cartoon other = FaceClips.cartoon(DrawnTalk.of(first + FRAMES, Voice.of(210, words)));
                    return Arrays.copyOfRange(FaceClips.mouth(other), first, first + FRAMES);
                })
                .filter(other -> code(judge(sound(speech), other)).equals("kept"))
                .count();

        assertThat(kept).isLessThanOrEqualTo(2);
    }

    @Test
    void aSmallLagIsTakenOutAndWhatIsUndecidedIsWrittenAllTheSame() {
        double[] late = new double[FRAMES];
        Arrays.setAll(late, i -> mouth[Math.max(0, i - 4)]);

        Made made = made(judge(sound(speech), late));

        assertThat(made.sync().correctedFrames()).isEqualTo(4);
        assertThat(made.speech()[RATE + 8000]).isNotEqualTo(0);
        SoundVerdict shortClip = judge(sound(Arrays.copyOf(speech, RATE)), Arrays.copyOf(late(mouth, 20), 24));
        assertThat(code(shortClip)).isIn("undecided", "mouth-does-not-move");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 2.5})
    void theLevelOfTheSoundChangesNoVerdictAndStays(double factor) {
        SoundVerdict usual = judge(speech);
        SoundVerdict scaled = judge(Level.scaled(speech, factor));

        assertThat(scaled.missed()).isNull();
        assertThat(Objects.requireNonNull(scaled.quality().snr()))
                .isCloseTo(Objects.requireNonNull(usual.quality().snr()), offset(0.1));
        assertThat(Level.effective(made(scaled).speech(), 0, speech.length))
                .isCloseTo(factor * Level.effective(made(usual).speech(), 0, speech.length), offset(0.01 * factor));
    }

    @Test
    void anOffsetIsBackground() {
        float[] lifted = speech.clone();
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] += 0.2f;
        }

        SoundVerdict verdict = judge(lifted);

        assertThat(verdict.missed()).isNull();
        assertThat(verdict.quality().offset()).isCloseTo(0.2, offset(0.01));
        double mean = 0;
        for (float sample : made(verdict).speech()) {
            mean += sample / speech.length;
        }
        assertThat(mean).isCloseTo(0, offset(0.005));
    }

    @Test
    void clippedSoundIsJudgedAndToldAsClipped() {
        float[] clipped = Level.scaled(speech, 8);
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.clamp(clipped[i], -1f, 1f);
        }

        SoundVerdict verdict = judge(clipped);

        assertThat(verdict.quality().clipped()).isGreaterThan(0.01);
        assertThat(code(verdict)).isIn("kept", "too-noisy", "several-speakers");
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 96_000})
    void otherRatesAreJudgedAlikeAndWrittenAt48Kilohertz(int rate) {
        FilmSound other = new FilmSound(rate, 2, new AvSoundMedia().resample(speech, RATE, rate));

        SoundVerdict verdict = judge(other, mouth);

        assertThat(code(verdict)).isEqualTo("kept");
        assertThat(verdict.quality().rate()).isEqualTo(rate);
        assertThat(made(verdict).speech()).hasSameSizeAs(speech);
    }

    /// Of a drawn voice too little is left below 4 kHz to be taken for one for certain.
    @Test
    void narrowSoundIsJudged() {
        FilmSound narrow = new FilmSound(8000, 1, new AvSoundMedia().resample(speech, RATE, 8000));

        SoundVerdict verdict = judge(narrow, mouth);

        assertThat(code(verdict)).isIn("kept", "no-speech");
        assertThat(verdict.quality().rate()).isEqualTo(8000);
    }

    @Test
    void soundThatIsShorterOrLongerThanThePictureIsMadeAsLong() {
        assertThat(made(judge(Arrays.copyOf(speech, speech.length - 12_000))).speech())
                .hasSameSizeAs(speech);
        assertThat(made(judge(Arrays.copyOf(speech, speech.length + 48_000))).speech())
                .hasSameSizeAs(speech);
    }

    private static SoundVerdict judge(float[] samples) {
        return judge(sound(samples), mouth);
    }

    private static FilmSound sound(float[] samples) {
        return new FilmSound(RATE, 1, samples);
    }

    private static SoundVerdict judge(FilmSound sound, double[] opening) {
        double[] times = new double[opening.length + 1];
        Arrays.setAll(times, i -> i / 24.0);
        return new SoundJudge(models, new AvSoundMedia(), SoundRules.DEFAULT, SpeechBank.ofProject())
                .judge(
                        "face",
                        sound,
                        new MouthSeries(Arrays.stream(opening)
                                .mapToObj(each -> new MouthSeries.Frame(each, true))
                                .toList()),
                        times);
    }

    private static String code(SoundVerdict verdict) {
        Missed missed = verdict.missed();
        return missed == null ? "kept" : missed.reason().code();
    }

    private static Made made(SoundVerdict verdict) {
        @Nullable Made made = verdict.made();
        assertThat(made).as(verdict.toString()).isNotNull();
        return Objects.requireNonNull(made);
    }

    private static double[] late(double[] values, int frames) {
        double[] late = new double[values.length];
        Arrays.setAll(late, i -> values[Math.max(0, i - frames)]);
        return late;
    }

    private static float[] noise(int length, double effective) {
        Random random = new Random(7);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) (effective * random.nextGaussian());
        }
        return noise;
    }

    private static float[] sum(float[] one, float[] other) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }
}
