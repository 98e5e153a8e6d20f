package org.magicanime.dataset.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.Bound;
import org.magicanime.dataset.domain.Distribution.Amount;
import org.magicanime.dataset.domain.Distribution.Bar;
import org.magicanime.dataset.domain.Distribution.Other;

class DistributionsTest {
    @Test
    void otherThresholdsLoseWhatIsKeptAndGainWhatWasDropped() {
        Distribution score = one(
                // 59 bars of one thousandth: others are 2, 5 and 10 thousandths away.
                slot("pose.body-score", Bound.AT_LEAST, 0.9, 993, false, 7),
                slot("pose.body-score", Bound.AT_LEAST, 0.9, 996, false, 20),
                slot("pose.body-score", Bound.AT_LEAST, 0.9, 1000, true, 300),
                slot("pose.body-score", Bound.AT_LEAST, 0.9, 1005, true, 40));

        assertThat(score.passed()).isEqualTo(new Amount(2, 340));
        assertThat(score.missed()).isEqualTo(new Amount(2, 27));
        assertThat(score.others())
                .extracting(other -> Math.round(other.threshold() * 10_000))
                .containsExactly(8910L, 8955L, 8982L, 9018L, 9045L, 9090L);
        assertThat(score.others())
                .extracting(Other::lost)
                .extracting(Amount::frames)
                .containsExactly(0L, 0L, 0L, 300L, 300L, 340L);
        assertThat(score.others())
                .extracting(Other::gained)
                .extracting(Amount::frames)
                .containsExactly(27L, 20L, 0L, 0L, 0L, 0L);
    }

    @Test
    void ofALargestValueItIsTheOtherWayRound() {
        Distribution shift = one(
                slot("pose.shift", Bound.AT_MOST, 0.03, 999, true, 10),
                slot("pose.shift", Bound.AT_MOST, 0.03, 998, true, 5),
                slot("pose.shift", Bound.AT_MOST, 0.03, 1003, false, 8),
                slot("pose.shift", Bound.AT_MOST, 0.03, 1020, false, 1));

        assertThat(shift.others())
                .extracting(Other::lost)
                .extracting(Amount::frames)
                .containsExactly(15L, 15L, 15L, 0L, 0L, 0L);
        assertThat(shift.others())
                .extracting(Other::gained)
                .extracting(Amount::frames)
                .containsExactly(0L, 0L, 0L, 0L, 8L, 8L);
    }

    @Test
    void stagesAreInTheirOrderAndThresholdsThatChangedAreApart() {
        List<Distribution> all = Distributions.of(List.of(
                new MeasuredSlot("keypoint", "pose.shift", Bound.AT_MOST, 0.03, 10, true, 1, 1),
                new MeasuredSlot("keypoint", "pose.shift", Bound.AT_MOST, 0.02, 10, true, 1, 1),
                new MeasuredSlot("keypoint", "pose.jitter", Bound.AT_MOST, 0.09, 10, true, 1, 1),
                new MeasuredSlot("segment", "clip.shortest-seconds", Bound.AT_LEAST, 1, 200, true, 1, 1)));

        assertThat(all)
                .extracting(each -> each.rule() + " " + each.threshold())
                .containsExactly("clip.shortest-seconds 1.0", "pose.jitter 0.09", "pose.shift 0.02", "pose.shift 0.03");
    }

    @RepeatedTest(50)
    void nothingIsLostAndTheThresholdIsWhereOneBarEnds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<MeasuredSlot> slots = new ArrayList<>();
        long frames = 0;
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            int slot = random.nextInt(MeasuredSlot.LAST + 1);
            slots.add(slot("rule", Bound.AT_LEAST, 0.9, slot, slot >= MeasuredSlot.PARTS, i));
            frames += i;
        }

        Distribution all = one(slots.toArray(MeasuredSlot[]::new));

        assertThat(all.passed().frames() + all.missed().frames()).isEqualTo(frames);
        assertThat(all.bars()).hasSizeLessThanOrEqualTo(60);
        assertThat(all.bars())
                .extracting(Bar::from)
                .anySatisfy(from -> assertThat(from).isCloseTo(0.9, within(1e-9)));
        for (int i = 1; i < all.bars().size(); i++) {
            assertThat(all.bars().get(i).from()).isCloseTo(all.bars().get(i - 1).to(), within(1e-9));
        }
        assertThat(all.bars())
                .allSatisfy(bar -> assertThat(
                                bar.from() > 0.9 - 1e-9
                                        ? bar.missed().items()
                                        : bar.passed().items())
                        .isZero());
    }

    private static MeasuredSlot slot(
            String rule, Bound bound, double threshold, int slot, boolean passed, long frames) {
        return new MeasuredSlot("keypoint", rule, bound, threshold, slot, passed, 1, frames);
    }

    private static Distribution one(MeasuredSlot... slots) {
        List<Distribution> all = Distributions.of(List.of(slots));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
