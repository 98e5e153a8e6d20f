package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;

/// Expected cuts worked out by hand from the reference's rules (threshold 27, 15 frames).
class ShotDetectionTest {
    private final ShotDetection merge = new ShotDetection(27, 15, FlashFilter.MERGE);
    private final ShotDetection suppress = new ShotDetection(27, 15, FlashFilter.SUPPRESS);

    @Test
    void aScoreOfExactlyTheThresholdIsACut() {
        assertThat(merge.cuts(scores(60, 20))).containsExactly(20);
        double[] justBelow = scores(60);
        justBelow[20] = Math.nextDown(27.0);
        assertThat(merge.cuts(justBelow)).isEmpty();
    }

    @Test
    void thereIsNoCutBeforeTheLeastShotLength() {
        assertThat(merge.cuts(scores(60, 14))).isEmpty();
        assertThat(merge.cuts(scores(60, 15))).containsExactly(15);
        assertThat(suppress.cuts(scores(60, 14))).isEmpty();
    }

    @Test
    void aFlashBeforeTheFirstCutPostponesItByTheLeastShotLength() {
        // 5 is above and resets the distance, so 18 is only 13 frames away and is not emitted; merging is not enabled
        // yet.
        assertThat(merge.cuts(scores(80, 5, 18))).isEmpty();
        assertThat(merge.cuts(scores(80, 5, 20))).containsExactly(20);
    }

    @Test
    void closeCutsAreMergedIntoTheLastOfThem() {
        // 20 is emitted. 30 begins a merge that reaches 46; 61 is the first frame 15 frames after it.
        assertThat(merge.cuts(scores(100, 20, 30, 40, 46))).containsExactly(20, 46);
        // A merge that spans fewer than 15 frames never ends and swallows what follows.
        assertThat(merge.cuts(scores(100, 20, 30, 40))).containsExactly(20);
    }

    @Test
    void aMergeThatIsOpenAtTheEndIsDropped() {
        assertThat(merge.cuts(scores(60, 20, 30, 46))).containsExactly(20);
        assertThat(merge.cuts(scores(62, 20, 30, 46))).containsExactly(20, 46);
    }

    @Test
    void suppressingKeepsTheFirstOfCloseCuts() {
        assertThat(suppress.cuts(scores(100, 20, 30, 40, 46))).containsExactly(20, 40);
    }

    @Test
    void everyFrameIsInExactlyOneShot() {
        assertThat(merge.shots(scores(60, 20, 40)))
                .isEqualTo(List.of(new FrameSpan(0, 20), new FrameSpan(20, 40), new FrameSpan(40, 60)));
        assertThat(merge.shots(scores(1))).isEqualTo(List.of(new FrameSpan(0, 1)));
    }

    private static double[] scores(int frames, int... above) {
        double[] scores = new double[frames];
        for (int frame : above) {
            scores[frame] = 27.0;
        }
        return scores;
    }
}
