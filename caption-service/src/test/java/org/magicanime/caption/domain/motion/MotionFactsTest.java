package org.magicanime.caption.domain.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.caption.domain.motion.SketchedBody.Posing;
import org.magicanime.caption.domain.text.MotionWriter;
import org.magicanime.contracts.Measure;

/// What drawn figures do not do, from bodies of sticks.
class MotionFactsTest {
    private static final double LEFT = 1;

    @Test
    void whoStandsStandsAndDoesNothingElse() {
        assertThat(facts(3, (body, seconds) -> {}))
                .extracting(Fact::predicate)
                .contains(Predicate.STANDS, Predicate.FACES, Predicate.STILL)
                .doesNotContain(
                        Predicate.WALKS,
                        Predicate.JUMPS,
                        Predicate.WAVES,
                        Predicate.SITS,
                        Predicate.LEANS,
                        Predicate.TURNS_HEAD);
    }

    @Test
    void handsThatComeTogetherAgainAndAgainClap() {
        Fact claps = only(Predicate.CLAPS, facts(3, (body, seconds) -> {
            double apart = 22 + 20 * Math.cos(2 * Math.PI * 2 * seconds);
            body.put(7, 45, 45).put(9, apart, 40).put(8, -45, 45).put(10, -apart, 40);
        }));

        assertThat(claps.count()).isEqualTo(6);
        assertThat(claps.frequency()).isBetween(1.95, 2.05);
    }

    @Test
    void anArmIsRaisedAndLoweredByTheSideThatDoesIt() {
        List<Fact> facts = facts(4, (body, seconds) -> {
            double up = seconds < 1 ? 0 : seconds < 2 ? seconds - 1 : seconds < 3 ? 1 : 4 - seconds;
            double angle = Math.toRadians(10 + 160 * up);
            body.put(7, 31 + 57 * Math.sin(angle), 57 * Math.cos(angle))
                    .put(9, 31 + 107 * Math.sin(angle), 107 * Math.cos(angle));
        });

        assertThat(only(Predicate.RAISES_ARM, facts).side()).isEqualTo(Side.LEFT);
        assertThat(only(Predicate.RAISES_ARM, facts).frames().end()).isBetween(40L, 56L);
        assertThat(only(Predicate.LOWERS_ARM, facts).side()).isEqualTo(Side.LEFT);
        assertThat(only(Predicate.LOWERS_ARM, facts).frames().first()).isBetween(66L, 80L);
    }

    @Test
    void fastStepsAreARunAndTheirDirectionIsThePictures() {
        Fact runs = only(
                Predicate.RUNS,
                facts(3, (body, seconds) -> steps(body, 1.5, seconds).move(-80 * seconds, 0)));

        assertThat(runs.count()).isEqualTo(9);
        assertThat(runs.heading()).isEqualTo(Heading.PICTURE_LEFT);
    }

    private static SketchedBody steps(SketchedBody body, double frequency, double seconds) {
        double swing = Math.sin(2 * Math.PI * frequency * seconds);
        return body.put(15, 18, 251 - 40 * Math.max(0, swing)).put(16, -18, 251 - 40 * Math.max(0, -swing));
    }

    @Test
    void whoKneelsKneelsAndWhoLiesLies() {
        Posing kneeling = (body, seconds) ->
                body.put(13, 17, 176).put(14, -17, 176).put(15, 18, 185).put(16, -18, 185);

        assertThat(facts(2, kneeling))
                .extracting(Fact::predicate)
                .contains(Predicate.KNEELS)
                .doesNotContain(Predicate.STANDS, Predicate.SITS);
        assertThat(facts(2, (body, seconds) -> body.tilt(85)))
                .extracting(Fact::predicate)
                .contains(Predicate.LIES)
                .doesNotContain(Predicate.STANDS, Predicate.LEANS);
    }

    @Test
    void whoLeansLeansToTheSideOfThePicture() {
        assertThat(only(Predicate.LEANS, facts(2, (body, seconds) -> body.tilt(25)))
                        .heading())
                .isEqualTo(Heading.PICTURE_RIGHT);
    }

    @Test
    void aShakenHeadIsNotATurnedOne() {
        List<Fact> facts =
                facts(3, (body, seconds) -> body.put(Body.NOSE, 6 * Math.sin(2 * Math.PI * 1.5 * seconds), -45));

        assertThat(only(Predicate.SHAKES_HEAD, facts).frequency()).isBetween(1.4, 1.6);
        assertThat(facts).extracting(Fact::predicate).doesNotContain(Predicate.TURNS_HEAD);
    }

    /// A pose model puts the knees of who sits in front of it higher, and leaves the legs as long as they are.
    @Test
    void whoIsSeenSittingFromTheFrontDoesNotStand() {
        List<Fact> facts = facts(
                2,
                (body, seconds) ->
                        body.put(13, 20, 155).put(14, -20, 155).put(15, 20, 238).put(16, -20, 238));

        assertThat(facts).extracting(Fact::predicate).contains(Predicate.SITS).doesNotContain(Predicate.STANDS);
    }

    @Test
    void aHeadWhoseEyesGoDownToTheShouldersNods() {
        Fact nods = only(Predicate.NODS, facts(4, (body, seconds) -> {
            double down = 5 * Math.sin(2 * Math.PI * seconds);
            body.put(0, 0, -45 + down).put(1, 10, -52 + down).put(2, -10, -52 + down);
        }));

        assertThat(nods.count()).isEqualTo(4);
    }

    @Test
    void whoShiftsTheShouldersByLessDoesNotNod() {
        assertThat(facts(4, (body, seconds) -> {
                    double up = 2 * Math.sin(2 * Math.PI * seconds);
                    body.put(5, 31, up).put(6, -31, up);
                }))
                .extracting(Fact::predicate)
                .doesNotContain(Predicate.NODS);
    }

    @Test
    void aNoseThatLeavesTheMiddleOfTheEyesIsATurnedHead() {
        Fact turns = only(
                Predicate.TURNS_HEAD,
                facts(
                        2,
                        (body, seconds) -> body.put(23 + 36, -15, -52)
                                .put(23 + 45, 15, -52)
                                .put(23 + 30, 3 * seconds, -45)));

        assertThat(turns.heading()).isEqualTo(Heading.OWN_LEFT);
        assertThat(turns.measures()).extracting(Measure::rule).contains(Rule.TURN.key());
    }

    @Test
    void aFaceThatIsSeenNowAndThenDoesNotTurn() {
        assertThat(facts(4, (body, seconds) -> {
                    if (seconds % 1 < 0.1) {
                        body.put(23 + 36, -15, -52).put(23 + 45, 15, -52).put(23 + 30, 3 * seconds, -45);
                    }
                }))
                .extracting(Fact::predicate)
                .doesNotContain(Predicate.TURNS_HEAD);
    }

    @Test
    void aHandThatPointsIsNoFist() {
        assertThat(facts(2, (body, seconds) -> hand(body, 19)))
                .extracting(Fact::predicate)
                .doesNotContain(Predicate.FIST);
        assertThat(only(Predicate.FIST, facts(2, (body, seconds) -> hand(body, 11)))
                        .side())
                .isEqualTo(Side.LEFT);
    }

    /// The left hand, with three fingers that are curled.
    ///
    /// @param index how far the tip of the index finger is from the wrist; its knuckle is 10 from it
    private static void hand(SketchedBody body, double index) {
        body.put(91, 40, 107);
        for (int finger = 0; finger < 4; finger++) {
            int knuckle = 91 + 5 + 4 * finger;
            body.put(knuckle, 40, 117).put(knuckle + 3, 40, 107 + (finger == 0 ? index : 11));
        }
    }

    @Test
    void whoTurnsRoundShowsTheBack() {
        List<Fact> facts = facts(3, (body, seconds) -> {
            double side = Math.cos(Math.PI * Math.clamp(seconds - 1, 0, 1));
            body.put(5, 31 * side, 0)
                    .put(6, -31 * side, 0)
                    .put(11, 16 * side, 100)
                    .put(12, -16 * side, 100);
        });

        assertThat(facts.stream()
                        .filter(fact -> fact.predicate() == Predicate.FACES)
                        .map(Fact::heading))
                .containsExactly(Heading.FRONT, Heading.BACK);
        assertThat(only(Predicate.TURNS, facts).heading()).isEqualTo(Heading.BACK);
    }

    @Test
    void whoComesNearerBecomesLarger() {
        List<Fact> facts = facts(3, (body, seconds) -> {
            double larger = 1 + seconds / 4;
            body.put(5, 31 * larger, 0).put(6, -31 * larger, 0).put(11, 16 * larger, 100 * larger);
            body.put(12, -16 * larger, 100 * larger);
        });

        assertThat(only(Predicate.APPROACHES, facts).measures().getFirst().value())
                .isGreaterThan(1.15);
    }

    @Test
    void aHandAtTheHipIsHeldThere() {
        Fact hip = only(
                Predicate.HAND_AT_HIP,
                facts(2, (body, seconds) -> body.put(8, -75, 55).put(10, -30, 92)));

        assertThat(hip.side()).isEqualTo(Side.RIGHT);
    }

    @Test
    void whoWavesAndThenWalksStandsOnlyBefore() {
        KeypointSeries series = SketchedBody.of(6, (body, seconds) -> {
            if (seconds < 3) {
                body.put(8, -60, 30).put(10, -60 + 15 * Math.sin(2 * Math.PI * 1.5 * seconds), -20);
            } else {
                steps(body, 1, seconds).move(60 * (seconds - 3), 0);
            }
        });
        List<Fact> facts = new MotionFacts(MotionRules.DEFAULT).of(series);

        assertThat(only(Predicate.STANDS, facts).frames().end()).isBetween(66L, 84L);
        assertThat(MotionWriter.write(facts, series.frames(), "one").text())
                .containsPattern("right hand (four|five) times.* then .*walks towards the right of the picture")
                .doesNotContain("After that it lowers");
    }

    @Test
    void nothingIsSaidOfWhatIsNotSeen() {
        List<Fact> facts = facts(3, (body, seconds) -> {
            steps(body, 1, seconds);
            for (int point = 11; point <= 16; point++) {
                body.hide(point);
            }
            body.put(9, 40 + LEFT * 30 * Math.sin(2 * Math.PI * seconds), -40).put(7, 60, 30);
            // Only now and then.
            if ((int) (seconds * SketchedBody.RATE) % 3 != 0) {
                body.hide(9);
            }
        });

        assertThat(facts)
                .extracting(Fact::predicate)
                .doesNotContain(Predicate.WALKS, Predicate.RUNS, Predicate.STANDS, Predicate.WAVES);
    }

    @Test
    void aSpanOfOneFrameHasNoMotion() {
        assertThat(facts(1.0 / SketchedBody.RATE, (body, seconds) -> {}))
                .extracting(Fact::predicate)
                .doesNotContain(Predicate.WALKS, Predicate.WAVES, Predicate.APPROACHES);
    }

    private static List<Fact> facts(double seconds, Posing posing) {
        return new MotionFacts(MotionRules.DEFAULT).of(SketchedBody.of(seconds, posing));
    }

    private static Fact only(Predicate predicate, List<Fact> facts) {
        List<Fact> found =
                facts.stream().filter(fact -> fact.predicate() == predicate).toList();
        assertThat(found).as(facts.toString()).hasSize(1);
        return found.getFirst();
    }
}
