package org.magicanime.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary.Why;

/// Rooms with one wall and small things on it: a cut from one to another leaves most of the picture as it was.
class SecondLookTest {
    private static final int PER_SECOND = 24;
    private static final Chroma GREY = grey();

    private final CartoonDetector detector = new CartoonDetector(CartoonRules.DEFAULT, PER_SECOND);

    private static Chroma grey() {
        Chroma grey = new Chroma();
        Arrays.fill(grey.u, (byte) 128);
        Arrays.fill(grey.v, (byte) 128);
        return grey;
    }

    /// @param seed of the things on the wall
    private static byte[] room(long seed, int shift) {
        byte[] luma = new byte[Sample.LUMA];
        Arrays.fill(luma, (byte) 120);
        Random random = new Random(seed);
        for (int thing = 0; thing < 14; thing++) {
            int left = random.nextInt(Sample.WIDTH - 3);
            int top = random.nextInt(Sample.HEIGHT - 4);
            byte bright = (byte) (random.nextBoolean() ? 90 : 150);
            for (int y = top; y < top + 4; y++) {
                for (int x = left; x < left + 3; x++) {
                    luma[y * Sample.WIDTH + (x + shift) % Sample.WIDTH] = bright;
                }
            }
        }
        return luma;
    }

    private void show(byte[] luma) {
        detector.add(luma, new FrameColours() {
            @Override
            public double change() {
                return 0;
            }

            @Override
            public Chroma chroma() {
                return GREY;
            }
        });
    }

    private void show(long seed, int frames) {
        for (int i = 0; i < frames; i++) {
            show(room(seed, 0));
        }
    }

    @Test
    void aCutBetweenTwoEmptyRoomsIsFoundBecauseTheEndsDiffer() {
        show(1, 40);
        show(2, 50);

        List<Boundary> boundaries = detector.finish();

        assertThat(boundaries).singleElement().satisfies(cut -> {
            assertThat(cut.first()).isEqualTo(40);
            assertThat(cut.why()).isEqualTo(Why.SECOND_LOOK);
            assertThat(cut.signals().changed()).isLessThan(CartoonRules.DEFAULT.leastChanged());
            assertThat(cut.confidence()).isBetween(0.5, CartoonRules.DEFAULT.leastScore());
        });
        assertThat(detector.secondLooks()).singleElement().satisfies(look -> {
            assertThat(look.frames()).isEqualTo(new FrameSpan(0, 90));
            assertThat(look.cut()).isEqualTo(40);
            assertThat(look.ends().structure()).isGreaterThan(SecondLookRules.DEFAULT.leastEnds());
        });
    }

    @Test
    void bothSidesOfACutAreExaminedAgain() {
        show(1, 40);
        show(2, 40);
        show(3, 40);

        assertThat(detector.finish()).extracting(Boundary::first).containsExactly(40, 80);
        assertThat(detector.secondLooks()).hasSize(2);
    }

    @Test
    void whatLeavesAgainIsNoCut() {
        show(1, 40);
        show(2, 30);
        show(1, 40);

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).isEmpty();
    }

    @Test
    void aPanStaysWholeAndIsToldAsExamined() {
        for (int i = 0; i < 120; i++) {
            show(room(1, i / 2));
        }

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).singleElement().satisfies(look -> {
            assertThat(look.frames()).isEqualTo(new FrameSpan(0, 120));
            assertThat(look.cut()).isNull();
        });
    }

    @Test
    void halfASecondMustBeLeftOnEachSide() {
        show(1, 8);
        show(2, 60);

        assertThat(detector.finish()).isEmpty();
    }

    /// What is kept of a film for this is bounded, and of long shots nothing but their ends is.
    @Test
    void farFromAnyEndNothingIsKept() {
        Glimpses glimpses = new Glimpses(PER_SECOND);
        FrameColours colours = new FrameColours() {
            @Override
            public double change() {
                return 0;
            }

            @Override
            public Chroma chroma() {
                return GREY;
            }
        };
        for (int i = 0; i < 240; i++) {
            glimpses.see(i, room(1, 0), colours, Area.Box.ALL);
            glimpses.settle(i, at -> at < 24 || at > 216);
        }
        assertThat(glimpses.between(0, 240))
                .extracting(Glimpses.Glimpse::frame)
                .containsExactly(0, 6, 12, 18, 222, 228, 234);
    }
}
