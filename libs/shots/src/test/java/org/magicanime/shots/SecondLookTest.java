package org.magicanime.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary.Kind;
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
        return room(seed, shift, 30);
    }

    /// @param contrast of the things, in values of luma
    private static byte[] room(long seed, int shift, int contrast) {
        byte[] luma = new byte[Sample.LUMA];
        Arrays.fill(luma, (byte) 120);
        draw(luma, new Random(seed), 14, 120 - contrast, 120 + contrast, shift);
        return luma;
    }

    private static void draw(byte[] luma, Random random, int things, int dark, int bright, int shift) {
        for (int thing = 0; thing < things; thing++) {
            int left = random.nextInt(Sample.WIDTH - 3);
            int top = random.nextInt(Sample.HEIGHT - 4);
            byte value = (byte) (random.nextBoolean() ? dark : bright);
            for (int y = top; y < top + 4; y++) {
                for (int x = left; x < left + 3; x++) {
                    luma[y * Sample.WIDTH + (x + shift) % Sample.WIDTH] = value;
                }
            }
        }
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

    /// A room whose left is black, in which small things move. At the cut much is unexplained, but few blocks of
    /// what is not black change.
    ///
    /// @param seed of the things on the wall
    /// @param ground luma of the wall
    /// @param contrast of the things, likewise
    /// @param moving seed of what moves
    private static byte[] livelyRoom(long seed, int ground, int contrast, long moving) {
        byte[] luma = new byte[Sample.LUMA];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (i % Sample.WIDTH < 40 ? 8 : ground);
        }
        draw(luma, new Random(seed), 14, ground - contrast, ground + contrast, 0);
        draw(luma, new Random(moving), 3, ground - contrast, ground + contrast, 0);
        return luma;
    }

    private void showDim(int first, int end) {
        for (int frame = first; frame < end; frame++) {
            show(livelyRoom(1, 60, 30, 100 + frame));
        }
    }

    private void showLit(int first, int end) {
        for (int frame = first; frame < end; frame++) {
            show(livelyRoom(2, 140, 60, 100 + frame));
        }
    }

    @Test
    void aCutFromALitRoomToADimOneIsFound() {
        showLit(0, 40);
        showDim(40, 90);

        assertThat(detector.finish()).singleElement().satisfies(SecondLookTest::isSecondLookAt40);
    }

    /// At first it may be a flash that has not gone back yet.
    @Test
    void aCutFromADimRoomToALitOneIsFoundAsItsReverseIs() {
        showDim(0, 40);
        showLit(40, 90);

        assertThat(detector.finish()).singleElement().satisfies(SecondLookTest::isSecondLookAt40);
    }

    private static void isSecondLookAt40(Boundary cut) {
        assertThat(cut.kind()).isEqualTo(Kind.CUT);
        assertThat(cut.first()).isEqualTo(40);
        assertThat(cut.why()).isEqualTo(Why.SECOND_LOOK);
        assertThat(cut.confidence()).isBetween(0.5, CartoonRules.DEFAULT.leastScore());
    }

    @Test
    void aGlareThatGoesBackStaysAFlashOfTheFirstLook() {
        showDim(0, 40);
        showLit(40, 44);
        showDim(44, 90);

        assertThat(detector.finish()).singleElement().satisfies(flash -> {
            assertThat(flash.kind()).isEqualTo(Kind.FLASH);
            assertThat(flash.first()).isEqualTo(40);
            assertThat(flash.end()).isEqualTo(44);
            assertThat(flash.why()).isEqualTo(Why.FIRST_LOOK);
        });
        assertThat(detector.secondLooks()).isEmpty();
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
        show(1, 11);
        show(2, 13);

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).singleElement().satisfies(look -> {
            assertThat(look.frames()).isEqualTo(new FrameSpan(0, 24));
            assertThat(look.cut()).isNull();
        });
    }

    @Test
    void aStretchOfLessThanASecondIsNotSearched() {
        show(1, 11);
        show(2, 12);

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).isEmpty();
    }

    @Test
    void aStretchOfOneSecondIsDividedInItsMiddle() {
        show(1, 12);
        show(2, 12);

        assertThat(detector.finish()).extracting(Boundary::first).containsExactly(12);
        assertThat(detector.secondLooks()).hasSize(1);
    }

    @Test
    void aFilmOfOneFrameIsOneShot() {
        show(1, 1);

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).isEmpty();
    }

    /// Both changes leave more unexplained than the ends of the film differ by: neither leads from one to the other.
    @Test
    void whatPassesBetweenEndsThatDifferByLessIsNoCut() {
        show(1, 50);
        show(room(2, 0, 60), 30);
        show(3, 50);

        assertThat(detector.finish()).isEmpty();
        assertThat(detector.secondLooks()).singleElement().satisfies(look -> {
            assertThat(look.frames()).isEqualTo(new FrameSpan(0, 130));
            assertThat(look.cut()).isNull();
        });
    }

    /// Where nothing is drawn, the other end is another drawing, and yet no cut leads there.
    @Test
    void aStretchWithABlankEndIsNotSearched() {
        show(1, 40);
        show(blank(), 30);

        assertThat(detector.finish()).noneMatch(boundary -> boundary.why() == Why.SECOND_LOOK);
        assertThat(detector.secondLooks()).isEmpty();
    }

    private void show(byte[] luma, int frames) {
        for (int i = 0; i < frames; i++) {
            show(luma);
        }
    }

    private static byte[] blank() {
        byte[] luma = new byte[Sample.LUMA];
        Arrays.fill(luma, (byte) 120);
        return luma;
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
