package org.magicanime.testkit.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.magicanime.drawing.KnownPoint;

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
        CharacterTruth profile = only(cartoon(Actor.of(ANNA).turned(2.5)), 0);
        assertThat(profile.profile()).isTrue();
        assertThat(profile.box().left())
                .as("the far eye's parts are clipped away")
                .isGreaterThan(WIDTH * 0.4);
        assertThat(profile.landmarks().get(45).visibility())
                .as("far corner of the far eye")
                .isEqualTo(KnownPoint.HIDDEN);
        assertThat(profile.landmarks().get(36).visible()).isTrue();
        assertThat(profile.points().get(3).visibility()).as("far ear").isEqualTo(KnownPoint.HIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Figure.Kind.class)
    void everyKindIsInThePicture(Figure.Kind kind) {
        Figure figure = new Figure("somebody", kind, 5, Figure.Hair.SHORT, 1, Colours.red());
        CharacterTruth somebody =
                only(cartoon(Actor.of(figure).doing(Action.WALK).standing(0.5, 0.95, 0.6)), 10);
        assertThat(somebody.box().height()).isBetween(0.5 * HEIGHT, 0.68 * HEIGHT);
        assertThat(somebody.points().get(5).visible()).isEqualTo(kind.humanoid());
        if (kind.humanoid()) {
            double head = 0.6 * HEIGHT / 5;
            assertThat(somebody.points().get(1).distanceTo(somebody.points().get(2)))
                    .isCloseTo(0.33 * head, within(0.01));
        }
    }

    @Test
    void aMittensFingersAreNotToBeSeen() {
        CharacterTruth hank = only(cartoon(Actor.of(Figure.hose("hank", Colours.red()))), 0);
        assertThat(hank.points().get(CharacterTruth.LEFT_HAND).visible()).isTrue();
        assertThat(hank.points().get(CharacterTruth.LEFT_HAND + 8).visibility()).isEqualTo(KnownPoint.HIDDEN);
    }

    @Test
    void whatIsDrawnOnTwosMovesEverySecondFrame() {
        Cartoon cartoon = cartoon(Actor.of(ANNA).doing(Action.WAVE).onTwos());
        assertThat(only(cartoon, 4).points()).isEqualTo(only(cartoon, 5).points());
        assertThat(only(cartoon, 5).points()).isNotEqualTo(only(cartoon, 6).points());
    }

    @Test
    void aPanMovesActorsAndAWalkMovesTheOneWhoWalks() {
        Actor actor = Actor.of(ANNA).then(Action.WALK, 1).moving(0.1);
        Cartoon still = cartoon(actor);
        Cartoon panned = new Cartoon(List.of(Scene.of(60, ROOM, actor).panning(0.2)), WIDTH, HEIGHT, 24);
        double begin = only(still, 0).points().get(11).x();
        assertThat(only(still, 24).points().get(11).x()).isCloseTo(begin, within(0.01));
        assertThat(only(still, 48).points().get(11).x()).isCloseTo(begin + 0.1 * WIDTH, within(0.01));
        assertThat(only(panned, 24).points().get(11).x()).isCloseTo(begin - 0.2 * WIDTH, within(0.01));
    }
}
