package org.magicanime.caption.domain.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.magicanime.caption.domain.text.CaptionText;
import org.magicanime.caption.domain.text.MotionWriter;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.motion.DrawnMotion;
import org.magicanime.testkit.motion.MotionTruth;
import org.magicanime.testkit.motion.Statement;

/// Ninety drawn motions, from where their joints were drawn: what is stated is true, and what is true is stated.
class DrawnMotionsTest {
    private static final int MOTIONS = 90;
    /// Of the film.
    private static final long FIRST = 100;

    private static final List<DrawnMotion> DRAWN =
            IntStream.range(0, MOTIONS).mapToObj(DrawnMotion::of).toList();

    @Test
    void whatIsStatedIsTrueAndWhatIsTrueIsStated() {
        int stated = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> miscounted = new ArrayList<>();
        int counted = 0;
        Map<Action, Map<Predicate, Integer>> confusion = new EnumMap<>(Action.class);
        for (DrawnMotion drawn : DRAWN) {
            MotionTruth truth = new MotionTruth(drawn);
            List<Fact> facts = new MotionFacts(MotionRules.DEFAULT).of(exact(drawn));
            for (Fact fact : facts) {
                stated++;
                if (!truth.isTrue(statement(fact))) {
                    wrong.add(drawn.number() + " " + drawn.action() + " " + fact);
                }
            }
            facts.stream()
                    .map(Fact::predicate)
                    .distinct()
                    .forEach(each -> confusion
                            .computeIfAbsent(drawn.action(), action -> new TreeMap<>())
                            .merge(each, 1, Integer::sum));
            List<Fact> actions = facts.stream()
                    .filter(fact -> fact.predicate().toString().equals(truth.action()))
                    .toList();
            if (actions.isEmpty()) {
                missing.add(drawn.number() + " " + drawn.action() + " " + facts);
            } else if (truth.isCounted()) {
                counted++;
                double times = truth.times(0, drawn.cartoon().frames());
                Integer count = actions.getFirst().count();
                if (count == null
                        || !truth.countIsRight(count, 0, drawn.cartoon().frames())) {
                    miscounted.add(drawn.number() + " " + times + " " + actions);
                }
            }
        }
        System.out.println("drawn motion: facts stated of it, of " + MOTIONS / Action.values().length + " each");
        confusion.forEach((action, predicates) -> System.out.println(action + ": " + predicates));
        System.out.printf(
                "%d facts, %d wrong; %d of %d actions missing; %d of %d counts wrong%n",
                stated, wrong.size(), missing.size(), MOTIONS, miscounted.size(), counted);

        assertThat(wrong).as("wrong").hasSizeLessThanOrEqualTo(stated / 100);
        assertThat(missing).as("missing").hasSizeLessThanOrEqualTo(MOTIONS / 20);
        assertThat(miscounted).as("counts").hasSizeLessThanOrEqualTo(counted / 5);
    }

    @Test
    void aMirroredMotionHasTheMirroredCaption() {
        for (DrawnMotion drawn : DRAWN) {
            String itemId = "item " + drawn.number();
            KeypointSeries series = exact(drawn);
            KeypointSeries mirrored = Mirror.of(series, DrawnMotion.WIDTH);

            String caption = caption(series, itemId).text();

            assertThat(caption(mirrored, itemId).text()).isEqualTo(Mirror.of(caption));
        }
    }

    @Test
    void aCaptionHasOneToFourSentencesAndEachClaimItsFacts() {
        for (DrawnMotion drawn : DRAWN) {
            List<String> known = new MotionFacts(MotionRules.DEFAULT)
                    .of(exact(drawn)).stream().map(Fact::id).toList();

            CaptionText caption = caption(exact(drawn), "item " + drawn.number());

            System.out.println(drawn.number() + " " + drawn.action() + ": " + caption.text());
            assertThat(caption.text()).matches("([A-Z][^.]*\\.)( [A-Z][^.]*\\.){0,3}");
            assertThat(caption.clauses()).allSatisfy(clause -> assertThat(known).containsAll(clause.facts()));
            assertThat(caption.clauses().stream()
                            .filter(clause -> !clause.facts().isEmpty()))
                    .isNotEmpty();
        }
    }

    @Test
    void theSameItemHasTheSameWordsAndOthersHaveOthers() {
        KeypointSeries series = exact(DRAWN.get(1));

        assertThat(caption(series, "one")).isEqualTo(caption(series, "one"));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> caption(series, "item " + i).text())
                        .distinct()
                        .count())
                .isGreaterThan(2);
    }

    /// As a keypoint stage that errs nowhere would give it.
    private static KeypointSeries exact(DrawnMotion drawn) {
        return new KeypointSeries(
                new FrameSpan(FIRST, FIRST + drawn.cartoon().frames()),
                DrawnMotion.RATE,
                DrawnKeypoints.of(drawn.cartoon()));
    }

    private static Statement statement(Fact fact) {
        return new Statement(
                fact.predicate().toString(),
                fact.side().toString(),
                fact.heading().toString(),
                fact.frames().first() - FIRST,
                fact.frames().end() - FIRST);
    }

    private static CaptionText caption(KeypointSeries series, String itemId) {
        return MotionWriter.write(new MotionFacts(MotionRules.DEFAULT).of(series), series.frames(), itemId);
    }
}
