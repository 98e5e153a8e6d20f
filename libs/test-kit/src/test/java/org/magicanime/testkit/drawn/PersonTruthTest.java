package org.magicanime.testkit.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Proportions of a person, and sides.
class PersonTruthTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Backdrop ROOM = new Backdrop(Look.CHINA, Backdrop.Place.ROOM, 3);
    private static final Figure ANNA = Figure.anime("anna", Colours.blue());

    private static Cartoon cartoon(Actor... actors) {
        return new Cartoon(List.of(Scene.of(60, ROOM, actors)), WIDTH, HEIGHT, 24);
    }

    private static CharacterTruth only(Cartoon cartoon, long frame) {
        return cartoon.truth(frame).characters().getFirst();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void bonesAreAsLongAsTheBodySaysOrForeshortened(Action action) {
        Cartoon cartoon = cartoon(Actor.of(ANNA).doing(action).standing(0.5, 0.95, 0.7));
        double unit = 0.7 * HEIGHT * (1 - 1 / 6.0) / 6.2;
        for (long frame = 0; frame < 60; frame += 7) {
            CharacterTruth anna = only(cartoon, frame);
            for (int side = 0; side < 2; side++) {
                assertThat(bone(anna, 5 + side, 7 + side)).isCloseTo(1.22 * unit, within(0.01));
                assertThat(bone(anna, 7 + side, 9 + side)).isCloseTo(1.08 * unit, within(0.01));
                assertThat(bone(anna, 11 + side, 13 + side)).isBetween(0.79 * unit, 1.621 * unit);
                assertThat(bone(anna, 13 + side, 15 + side)).isBetween(1.2 * unit, 1.601 * unit);
            }
            assertThat(bone(anna, 5, 6)).isCloseTo(1.32 * unit, within(0.01));
            assertThat(anna.torso()).isCloseTo(2.12 * unit, within(0.03 * unit));
        }
    }

    private static double bone(CharacterTruth truth, int from, int to) {
        return truth.points().get(from).distanceTo(truth.points().get(to));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aPersonsLeftIsAtThePicturesRightAndEverythingIsInTheBox(Action action) {
        Cartoon cartoon = cartoon(Actor.of(ANNA).doing(action).standing(0.5, 0.95, 0.7));
        for (long frame = 0; frame < 60; frame += 7) {
            List<KnownPoint> points = only(cartoon, frame).points();
            for (int left : new int[] {1, 3, 5, 7, 9, 11, 13, 15}) {
                assertThat(points.get(left).x())
                        .isGreaterThan(points.get(left + 1).x());
            }
            assertThat(points.get(17).x()).isGreaterThan(points.get(20).x());
            // The subject's right eye is 36 to 41.
            assertThat(points.get(CharacterTruth.FACE + 36).x())
                    .isLessThan(points.get(CharacterTruth.FACE + 45).x());
            assertThat(points.get(CharacterTruth.LEFT_HAND).distanceTo(points.get(9)))
                    .isZero();
            assertThat(points.get(CharacterTruth.RIGHT_HAND).distanceTo(points.get(10)))
                    .isZero();
            Box box = only(cartoon, frame).box();
            assertThat(points).allSatisfy(point -> {
                assertThat(point.visibility()).isPositive();
                assertThat(box.contains(point.x(), point.y())).isTrue();
            });
        }
    }

    @Test
    void landmarksLieInTheHead() {
        CharacterTruth anna = only(cartoon(Actor.mediumShot(ANNA, Voice.of(210, 1))), 20);
        double head = 0.3 * HEIGHT;
        KnownPoint chin = anna.landmarks().get(8);
        assertThat(anna.landmarks()).hasSize(68).allSatisfy(point -> {
            assertThat(point.y()).isBetween(chin.y() - 0.65 * head, chin.y() + 0.01);
            assertThat(Math.abs(point.x() - chin.x())).isLessThan(0.45 * head);
        });
    }

    @Test
    void jointsOutsideOfThePictureAreAbsent() {
        CharacterTruth anna = only(cartoon(Actor.mediumShot(ANNA, Voice.of(210, 1))), 20);
        for (int joint = 0; joint < 23; joint++) {
            assertThat(anna.points().get(joint).visibility())
                    .as("joint %d", joint)
                    .isEqualTo(joint <= 8 ? KnownPoint.VISIBLE : KnownPoint.ABSENT);
        }
        assertThat(anna.box().bottom()).isEqualTo(HEIGHT);
    }

    @Test
    void whatIsBehindHairOrSomebodyElseIsHidden() {
        CharacterTruth shy = only(cartoon(Actor.of(ANNA.withHair(Figure.Hair.OVER_THE_FACE))), 0);
        assertThat(shy.landmarks())
                .allSatisfy(point -> assertThat(point.visibility()).isEqualTo(KnownPoint.HIDDEN));
        assertThat(shy.points().get(5).visible()).isTrue();

        List<CharacterTruth> two = cartoon(
                        Actor.of(ANNA),
                        Actor.of(Figure.flat("ben", Colours.red())).standing(0.5, 0.99, 0.86))
                .truth(0)
                .characters();
        assertThat(two.get(0).points().get(11).visibility()).isEqualTo(KnownPoint.HIDDEN);
        assertThat(two.get(1).points().get(11).visibility()).isEqualTo(KnownPoint.VISIBLE);
    }

    @Test
    void aTurnMovesTheFeaturesByATenthOfTheHead() {
        double head = 0.86 * HEIGHT / 6;
        CharacterTruth front = only(cartoon(Actor.of(ANNA)), 0);
        CharacterTruth turned = only(cartoon(Actor.of(ANNA).turned(1.5)), 0);
        assertThat(turned.points().get(0).x() - front.points().get(0).x()).isCloseTo(0.15 * head, within(0.01));
        assertThat(turned.turn()).isEqualTo(1.5);
        assertThat(turned.profile()).isFalse();
        assertThat(only(cartoon(Actor.of(ANNA).turned(-2.5)), 0).profile()).isTrue();
    }
}
