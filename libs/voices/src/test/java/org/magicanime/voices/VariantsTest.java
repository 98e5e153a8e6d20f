package org.magicanime.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// Six seconds of a drawn voice of 120 hertz.
class VariantsTest {
    private static final int RATE = 16_000;
    private static final int FRAMES = 144;

    private static float[] speech;

    @BeforeAll
    static void draw() {
        Scene scene = Scene.of(
                        FRAMES,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.mediumShot(Figure.anime("Anna", Colours.blue()), Voice.of(120, 3)))
                .sounding(0, 0);
        Cartoon cartoon = new Cartoon(List.of(scene), 64, 64, 24);
        speech = new float[FRAMES / 24 * RATE];
        int at = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            float[] part = cartoon.sound(frame, RATE);
            System.arraycopy(part, 0, speech, at, part.length);
            at += part.length;
        }
    }

    @Test
    void thePitchIsTheOneThatWasDrawn() {
        assertThat(medianPitch(VoicedRhythm.of(speech, RATE))).isCloseTo(120, offset(6.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, -2, 3, 4, 7})
    void theToneChangesByWhatWasAskedForAndTheRhythmStays(double semitones) {
        float[] changed = ChangedTone.of(speech, RATE, semitones);

        VoicedRhythm before = VoicedRhythm.of(speech, RATE);
        VoicedRhythm after = VoicedRhythm.of(changed, RATE);
        assertThat(changed).hasSameSizeAs(speech);
        assertThat(12 * Math.log(medianRatio(before, after)) / Math.log(2)).isCloseTo(semitones, offset(0.15));
        assertThat(correlation(before.loudness(), after.loudness(), 0)).isGreaterThan(0.95);
        assertThat(correlation(before.loudness(), after.loudness(), 0))
                .isGreaterThan(correlation(before.loudness(), after.loudness(), 2))
                .isGreaterThan(correlation(before.loudness(), after.loudness(), -2));
    }

    @Test
    void withoutChangeTheSoundStays() {
        float[] same = ChangedTone.of(speech, RATE, 0);

        for (int i = 0; i < same.length; i++) {
            assertThat(same[i]).isCloseTo(speech[i], offset(1e-3f));
        }
    }

    @Test
    void aToneIsNotChangedBeyondTwoOctaves() {
        assertThatThrownBy(() -> ChangedTone.of(speech, RATE, 25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25");
        assertThatThrownBy(() -> ChangedTone.of(speech, RATE, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void babbleHasTheRhythmAndNothingElse(long seed) {
        float[] babble = RandomVoice.of(speech, RATE, seed);

        VoicedRhythm before = VoicedRhythm.of(speech, RATE);
        VoicedRhythm after = VoicedRhythm.of(babble, RATE);
        assertThat(babble).hasSameSizeAs(speech).isEqualTo(RandomVoice.of(speech, RATE, seed));
        assertThat(correlation(before.loudness(), after.loudness(), 0)).isGreaterThan(0.95);
        int alike = 0;
        for (int t = 0; t < before.voiced().length; t++) {
            alike += before.voiced()[t] == after.voiced()[t] ? 1 : 0;
        }
        assertThat((double) alike / before.voiced().length).isGreaterThan(0.9);
        assertThat(Math.abs(correlation(doubles(speech), doubles(babble), 0))).isLessThan(0.1);
        assertThat(correlation(doubles(babble), doubles(RandomVoice.of(speech, RATE, seed + 10)), 0))
                .isLessThan(0.5);
    }

    @Test
    void silenceAndNothingStayWhatTheyAre() {
        assertThat(loudest(RandomVoice.of(new float[RATE], RATE, 1))).isZero();
        assertThat(RandomVoice.of(new float[0], RATE, 1)).isEmpty();
        assertThat(loudest(ChangedTone.of(new float[RATE], RATE, 4))).isZero();
        assertThat(ChangedTone.of(new float[0], RATE, 4)).isEmpty();
    }

    private static double loudest(float[] samples) {
        double most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    private static double medianPitch(VoicedRhythm rhythm) {
        double[] voiced =
                Arrays.stream(rhythm.pitch()).filter(each -> each > 0).sorted().toArray();
        return voiced[voiced.length / 2];
    }

    private static double medianRatio(VoicedRhythm before, VoicedRhythm after) {
        double[] ratios = IntStream.range(0, before.voiced().length)
                .filter(t -> before.voiced()[t] && after.voiced()[t])
                .mapToDouble(t -> after.pitch()[t] / before.pitch()[t])
                .sorted()
                .toArray();
        assertThat(ratios).hasSizeGreaterThan(100);
        return ratios[ratios.length / 2];
    }

    private static double[] doubles(float[] samples) {
        double[] values = new double[samples.length];
        Arrays.setAll(values, i -> samples[i]);
        return values;
    }

    /// @param lag by which the other is looked at later
    private static double correlation(double[] one, double[] other, int lag) {
        double[] a = Arrays.copyOfRange(one, Math.max(0, -lag), one.length - Math.max(0, lag));
        double[] b = Arrays.copyOfRange(other, Math.max(0, lag), other.length - Math.max(0, -lag));
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squaresA * squaresB);
    }
}
