package org.magicanime.keypoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.magicanime.contracts.Bound.AT_LEAST;
import static org.magicanime.contracts.Bound.AT_MOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Measure;
import org.magicanime.keypoint.domain.Verdict.Reason;

class SpanFinderTest {
    private final SpanFinder finder = new SpanFinder(PoseRules.DEFAULT);
    private final List<FrameEstimate> frames = new ArrayList<>();

    @Test
    void aClipThatIsValidThroughoutIsOneSpan() {
        valid(48);

        SpanPlan plan = find();

        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.spans()).singleElement().satisfies(span -> {
            assertThat(span.first()).isZero();
            assertThat(span.end()).isEqualTo(48);
            assertThat(span.framing()).isEqualTo(Framing.FULL_BODY);
            assertThat(span.bridged()).doesNotContain(true);
        });
    }

    @Test
    void aSpanTellsEachTestThatItPassedWithItsWorstFrame() {
        valid(20);
        frames.add(Sketch.withMeasures(20, Sketch.upperBody(0.2, 0.015)));
        frames.add(Sketch.withMeasures(20, Sketch.animal(0.3)));
        for (int i = 0; i < 2; i++) {
            frames.add(Sketch.withMeasures(frames.size(), Sketch.shaky(0.05)));
        }
        valid(20);

        Span span = find().spans().getFirst();

        assertThat(span.measures())
                .contains(
                        new Measure("pose.upper-shift", 0.015, 0.016, AT_MOST),
                        new Measure("pose.animal-score", 0.3, 0.4, AT_MOST),
                        new Measure("pose.shortest-seconds", 44 / 24.0, 1, AT_LEAST),
                        new Measure("pose.jitter", span.jitter(), 0.09, AT_MOST),
                        // Not the 0.05 of the frames whose points are those between their neighbours.
                        new Measure("pose.shift", Sketch.VALID.shift(), 0.03, AT_MOST));
        Map<String, String> parameters = PoseRules.DEFAULT.parameters();
        assertThat(span.measures())
                .allSatisfy(measure ->
                        assertThat(parameters).containsEntry(measure.rule(), Double.toString(measure.threshold())));
        assertThat(span.measures())
                .allMatch(measure -> measure.bound() == AT_MOST
                        ? measure.value() <= measure.threshold()
                        : measure.value() >= measure.threshold());
    }

    @Test
    void oneFrameWithoutHipsMakesTheSpanAnUpperBody() {
        valid(20);
        frames.add(Sketch.withMeasures(20, Sketch.upperBody(0.2, 0.01)));
        valid(20);

        assertThat(find().spans()).singleElement().extracting(Span::framing).isEqualTo(Framing.UPPER_BODY);
    }

    @Test
    void aGapOfThreeFramesIsBridgedWithPointsBetweenItsNeighbours() {
        valid(24);
        for (int i = 0; i < 3; i++) {
            frames.add(Sketch.withMeasures(frames.size(), Sketch.shaky(0.05)));
        }
        valid(24);

        Span span = find().spans().getFirst();

        assertThat(span.end()).isEqualTo(51);
        assertThat(span.bridged().subList(23, 28)).containsExactly(false, true, true, true, false);
        assertThat(span.raw().get(25).x(Joints.LEFT_SHOULDER)).isCloseTo(60, within(1e-3f));
    }

    @Test
    void aGapOfFourFramesIsNot() {
        valid(24);
        for (int i = 0; i < 4; i++) {
            frames.add(Sketch.withMeasures(frames.size(), Sketch.shaky(0.05)));
        }
        valid(24);

        assertThat(find().spans()).extracting(Span::first, Span::end).containsExactly(at(0, 24), at(28, 52));
        assertThat(find().leftOut()).singleElement().satisfies(left -> {
            assertThat(left.why().reason()).isEqualTo(Reason.POSE_NOT_VALID);
            assertThat(left.why().measured()).isEqualTo(0.05);
        });
    }

    @Test
    void aGapIsNotBridgedWhereTheModelSawTheBodyElsewhere() {
        valid(24);
        frames.add(Sketch.withMeasures(90, Sketch.shaky(0.05)));
        valid(24);

        assertThat(find().spans()).hasSize(2);
    }

    @Test
    void aGapIsNotBridgedOverASecondCharacterNorOverNothing() {
        valid(24);
        frames.add(Sketch.withMeasures(24, Sketch.crowd(2)));
        valid(24);
        frames.add(Sketch.empty());
        valid(24);

        assertThat(find().spans()).hasSize(3);
        assertThat(find().leftOut())
                .extracting(left -> left.why().reason())
                .containsExactly(Reason.SEVERAL_CHARACTERS, Reason.NO_CHARACTER);
    }

    @Test
    void lessThanASecondIsTooShort() {
        valid(23);
        for (int i = 0; i < 10; i++) {
            frames.add(Sketch.empty());
        }
        valid(24);

        SpanPlan plan = find();

        assertThat(plan.spans()).extracting(Span::first, Span::end).containsExactly(at(33, 57));
        assertThat(plan.leftOut().getFirst().why().reason()).isEqualTo(Reason.SPAN_TOO_SHORT);
        assertThat(plan.leftOut().getFirst().why().measured()).isEqualTo(23 / 24.0);
        assertThat(plan.leftOut().getLast().why().reason()).isEqualTo(Reason.NO_CHARACTER);
    }

    @Test
    void whatTremblesFromFrameToFrameIsNotValid() {
        for (int i = 0; i < 30; i++) {
            frames.add(Sketch.valid(i % 2 == 0 ? 0 : 20));
        }

        assertThat(find().spans()).isEmpty();
        assertThat(find().leftOut()).singleElement().satisfies(left -> {
            assertThat(left.why().test()).contains("trembling");
            // 0 - 2 · 20 + 0, of 400
            assertThat(left.why().measured()).isCloseTo(0.1, within(1e-6));
        });
    }

    @Test
    void aFewFramesWithAnotherReasonGoWithTheirLongerNeighbour() {
        for (int i = 0; i < 30; i++) {
            frames.add(i >= 12 && i < 16 ? Sketch.withMeasures(0, Sketch.crowd(2)) : Sketch.empty());
        }

        assertThat(find().leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.why().reason()).isEqualTo(Reason.NO_CHARACTER));
    }

    @RepeatedTest(100)
    void everyFrameIsInExactlyOneSpanOrRejection(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int count = 1 + random.nextInt(200);
        int kind = 0;
        for (int i = 0; i < count; i++) {
            kind = random.nextDouble() < 0.1 ? random.nextInt(5) : kind;
            frames.add(
                    switch (kind) {
                        case 0 -> Sketch.empty();
                        case 1 -> Sketch.withMeasures(i, Sketch.crowd(3));
                        case 2 -> Sketch.withMeasures(i, Sketch.shaky(0.1));
                        case 3 -> Sketch.withMeasures(i, Sketch.upperBody(0.1, 0.01));
                        default -> Sketch.valid(i);
                    });
        }

        // The plan's constructor closes the account.
        SpanPlan plan = find();

        assertThat(plan.spans()).allSatisfy(span -> {
            assertThat(span.frames()).hasSizeGreaterThanOrEqualTo(24).hasSameSizeAs(span.smooth());
            assertThat(span.frames())
                    .allMatch(frame ->
                            frame.measures().characters() == 1 && frame.body().isSeen(0));
        });
    }

    @Test
    void anAccountThatDoesNotCloseIsRefused() {
        assertThatThrownBy(() -> new SpanPlan(1, List.of(), List.of())).hasMessageContaining("in no span");
    }

    private SpanPlan find() {
        return finder.find(frames, 24);
    }

    private void valid(int count) {
        for (int i = 0; i < count; i++) {
            frames.add(Sketch.valid(frames.size()));
        }
    }

    private static org.assertj.core.groups.Tuple at(int first, int end) {
        return org.assertj.core.groups.Tuple.tuple(first, end);
    }
}
