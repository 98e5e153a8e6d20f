package org.magicanime.audio.dsp.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    private static final int PIECE = 400;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100, 199, 200, 201, 299, 300, 301, 399, 400, 401, 402, 700, 701, 12_345})
    void aModelThatChangesNothingGivesBackTheSoundWhateverItsLength(int length) {
        float[][] sound = noise(length);

        same(new TrimmedPieces(PIECE, 32).through(sound, UnaryOperator.identity()), sound, 0);
        same(new TrimmedPieces(PIECE, 0).through(sound, UnaryOperator.identity()), sound, 0);
        for (double overlap : new double[] {0, 0.25, 0.5, 0.7, 0.9}) {
            same(new BlendedPieces(PIECE, overlap).through(sound, UnaryOperator.identity()), sound, 1e-6f);
            same(new BlendedPieces(PIECE + 1, overlap).through(sound, UnaryOperator.identity()), sound, 1e-6f);
        }
        MixLevel level = MixLevel.of(sound);
        same(level.back(level.off(sound)), sound, 1e-6f);
    }

    @Test
    void whatAModelSaysOfMarginsIsThrownAway() {
        float[][] sound = noise(3000);

        float[][] result = new TrimmedPieces(PIECE, 50).through(sound, piece -> {
            float[][] answer = {piece[0].clone(), piece[1].clone()};
            for (int i = 0; i < 50; i++) {
                answer[0][i] = 9;
                answer[1][PIECE - 1 - i] = Float.NaN;
            }
            return answer;
        });

        same(result, sound, 0);
    }

    @Test
    void aShortSoundLiesInTheMiddleOfWhatTheModelSees() {
        List<float[][]> seen = new ArrayList<>();

        new BlendedPieces(PIECE, 0.25).through(new float[][] {{1, 2}, {3, 4}}, piece -> {
            seen.add(piece);
            return piece;
        });

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst()[0]).hasSize(PIECE);
        assertThat(seen.getFirst()[0][198]).isZero();
        assertThat(seen.getFirst()[0][199]).isEqualTo(1);
        assertThat(seen.getFirst()[1][200]).isEqualTo(4);
        assertThat(seen.getFirst()[1][201]).isZero();
    }

    /// So that what is held at a time does not grow with the sound.
    @Test
    void aModelIsShownPiecesOfItsOwnLengthOnly() {
        float[][] sound = noise(100_000);
        List<float[][]> seen = new ArrayList<>();
        UnaryOperator<float[][]> model = piece -> {
            seen.add(piece);
            return piece;
        };

        new TrimmedPieces(PIECE, 50).through(sound, model);
        new BlendedPieces(PIECE, 0.25).through(sound, model);

        // Both go on by 300 samples at a time.
        assertThat(seen).hasSize(2 * 334).allSatisfy(piece -> assertThat(piece).hasDimensions(2, PIECE));
    }

    @Test
    void theLevelOfSilenceIsNotDividedBy() {
        float[][] constant = {{0.5f, 0.5f}, {0.5f, 0.5f}};

        float[][] off = MixLevel.of(constant).off(constant);

        same(off, new float[2][2], 1e-6f);
        same(MixLevel.of(new float[2][0]).off(new float[2][0]), new float[2][0], 0);
    }

    @Test
    void whatLeavesNothingOfAPieceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrimmedPieces(100, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlendedPieces(100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlendedPieces(100, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlendedPieces(100, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpectrumPlanes(4, 4, 5));
    }

    private static void same(float[][] found, float[][] expected, float within) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int channel = 0; channel < expected.length; channel++) {
            assertThat(found[channel]).containsExactly(expected[channel], offset(within));
        }
    }

    private static float[][] noise(int length) {
        Random random = new Random(length);
        float[][] sound = new float[2][length];
        for (float[] channel : sound) {
            for (int i = 0; i < length; i++) {
                channel[i] = (float) (0.3 * random.nextGaussian() + 0.1);
            }
        }
        return sound;
    }
}
