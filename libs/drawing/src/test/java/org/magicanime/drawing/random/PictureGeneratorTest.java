package org.magicanime.drawing.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.magicanime.drawing.KnownPoint;

class PictureGeneratorTest {
    private static final int MANY = 300;
    private static final int FACE = 23;
    private static final List<DrawnPicture> PICTURES =
            LongStream.range(0, MANY).mapToObj(new PictureGenerator(11)::draw).toList();

    private static List<DrawnPicture> characters() {
        return PICTURES.stream().filter(picture -> picture.truth().present()).toList();
    }

    @Test
    void aSeedAndANumberAreAPictureOnAnyThreadAndInAnyOrder() {
        List<DrawnPicture> again = LongStream.range(0, 40)
                .map(number -> 39 - number)
                .parallel()
                .mapToObj(new PictureGenerator(11)::draw)
                .toList();
        for (int i = 0; i < 40; i++) {
            assertThat(again.get(39 - i).pixels()).isEqualTo(PICTURES.get(i).pixels());
            assertThat(again.get(39 - i).mask()).isEqualTo(PICTURES.get(i).mask());
            assertThat(again.get(39 - i).truth()).isEqualTo(PICTURES.get(i).truth());
        }
    }

    @Test
    void seedsDiffer() {
        assertThat(new PictureGenerator(12).draw(0).pixels())
                .isNotEqualTo(PICTURES.getFirst().pixels());
        Set<Integer> different = new HashSet<>();
        PICTURES.forEach(picture -> different.add(Arrays.hashCode(picture.pixels())));
        assertThat(different).hasSize(MANY);
    }

    @Test
    void aFifthHasNobodyInIt() {
        double empty = PICTURES.stream()
                .filter(picture -> picture.truth().box().equals(Frame.NONE))
                .count();
        assertThat(empty / MANY).isBetween(0.17, 0.28);
        assertThat(PICTURES)
                .filteredOn(picture -> picture.truth().box().equals(Frame.NONE))
                .allSatisfy(picture -> {
                    assertThat(picture.truth().present()).isFalse();
                    assertThat(picture.mask()).containsOnly(0);
                    assertThat(picture.truth().points()).allMatch(point -> point.visibility() == KnownPoint.ABSENT);
                });
    }

    @Test
    void whatIsSeenIsInThePictureAndOnTheCharacter() {
        for (DrawnPicture picture : characters()) {
            for (KnownPoint point : picture.truth().points()) {
                if (point.visibility() != KnownPoint.ABSENT) {
                    assertThat(point.x()).isBetween(0.0, 256.0);
                    assertThat(point.y()).isBetween(0.0, 256.0);
                }
                if (point.visible()) {
                    assertThat(masked(picture, (int) point.x(), (int) point.y()))
                            .isTrue();
                }
            }
        }
    }

    private static boolean masked(DrawnPicture picture, int x, int y) {
        for (int row = Math.max(0, y - 1); row <= Math.min(255, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(255, x + 1); column++) {
                if (picture.mask()[row * 256 + column] == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theBoxIsAroundTheMask() {
        for (DrawnPicture picture : characters()) {
            Frame box = picture.truth().box();
            boolean left = false;
            boolean bottom = false;
            for (int i = 0; i < picture.mask().length; i++) {
                if (picture.mask()[i] == 1) {
                    assertThat(box.contains(i % 256, i / 256)).isTrue();
                    left |= i % 256 == box.left();
                    bottom |= i / 256 == box.bottom() - 1;
                }
            }
            assertThat(left && bottom).isTrue();
        }
    }

    @Test
    void allViewsErasAndStatesOfJointsHappen() {
        List<DrawnPicture> characters = characters();
        assertThat(characters).hasSizeGreaterThan(MANY / 2);
        assertThat(characters).extracting(picture -> picture.truth().era()).contains(0, 1, 2, 3);
        assertThat(characters)
                .filteredOn(picture -> Math.abs(picture.truth().yaw()) < 30)
                .hasSizeGreaterThan(30);
        assertThat(characters)
                .filteredOn(picture -> Math.abs(picture.truth().yaw()) > 120)
                .hasSizeGreaterThan(20);
        assertThat(characters)
                .filteredOn(picture -> Math.abs(Math.abs(picture.truth().yaw()) - 90) < 25)
                .hasSizeGreaterThan(20);
        for (int joint = 5; joint < 17; joint++) {
            int number = joint;
            assertThat(characters)
                    .extracting(picture -> picture.truth().points().get(number).visibility())
                    .contains(KnownPoint.HIDDEN, KnownPoint.VISIBLE);
        }
    }

    @Test
    void aBackIsNoFace() {
        assertThat(characters())
                .filteredOn(picture -> Math.abs(picture.truth().headYaw()) > 140)
                .isNotEmpty()
                .allSatisfy(
                        picture -> assertThat(picture.truth().points().get(1).visible()
                                        && picture.truth().points().get(2).visible())
                                .isFalse());
    }

    @Test
    void landmarksAreInTheOrderOfIbug() {
        List<DrawnPicture> frontal = characters().stream()
                .filter(picture -> Math.abs(picture.truth().headYaw()) < 25)
                .filter(picture -> upright(picture.truth().points()))
                .toList();
        assertThat(frontal).hasSizeGreaterThan(15);
        for (DrawnPicture picture : frontal) {
            List<KnownPoint> face = picture.truth().points().subList(FACE, FACE + 68);
            assertThat(face.get(0).x()).as("temples").isLessThan(face.get(16).x());
            assertThat(face.get(36).x())
                    .as("corners of the eyes")
                    .isLessThan(face.get(45).x());
            assertThat(face.get(48).x())
                    .as("corners of the mouth")
                    .isLessThan(face.get(54).x());
            assertThat(face.get(19).y())
                    .as("brow over eye")
                    .isLessThan(face.get(41).y());
            assertThat(face.get(19).y())
                    .as("brow over chin")
                    .isLessThan(face.get(8).y());
            // A person's left is at the picture's right.
            assertThat(picture.truth().points().get(1).x())
                    .isGreaterThan(picture.truth().points().get(2).x());
        }
    }

    private static boolean upright(List<KnownPoint> points) {
        double across = points.get(1).x() - points.get(2).x();
        double down = points.get(1).y() - points.get(2).y();
        return across > 4 && Math.abs(down) < 0.3 * across;
    }

    @Test
    void theMouthIsOpenAsFarAsItsLandmarksAre() {
        List<DrawnPicture> frontal = characters().stream()
                .filter(picture -> Math.abs(picture.truth().headYaw()) < 20)
                .filter(picture -> upright(picture.truth().points()))
                .toList();
        assertThat(frontal).hasSizeGreaterThan(10);
        double[] drawn = new double[frontal.size()];
        double[] measured = new double[frontal.size()];
        for (int i = 0; i < frontal.size(); i++) {
            List<KnownPoint> points = frontal.get(i).truth().points();
            drawn[i] = frontal.get(i).truth().mouthOpening();
            measured[i] = points.get(FACE + 62).distanceTo(points.get(FACE + 66))
                    / points.get(1).distanceTo(points.get(2));
        }
        assertThat(correlation(drawn, measured)).isGreaterThan(0.85);
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squareOne += (one[i] - meanOne) * (one[i] - meanOne);
            squareOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return both / Math.sqrt(squareOne * squareOther);
    }

    @Test
    void aBallLooksTheSameFromEverywhere() {
        Turn turned = Turn.pitch(30).after(Turn.yaw(70));
        Ellipsoid ball = new Ellipsoid(new Vec(5, 7, 0), 2, 2, 2, turned);
        assertThat(ball.outline())
                .allSatisfy(point ->
                        assertThat(Math.hypot(point.x() - 5, point.y() - 7)).isCloseTo(2, within(1e-9)));
        Ellipsoid flat = new Ellipsoid(Vec.ZERO, 3, 2, 1, Turn.yaw(90));
        assertThat(flat.outline().stream().mapToDouble(point -> point.x()).max().orElseThrow())
                .as("from the side its depth is its width")
                .isCloseTo(1, within(1e-6));
    }
}
