package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CharacterCountTest {
    @Test
    void aSingleLookThatSeesNobodyOrTwoIsOverruled() {
        assertThat(counts(1, 1, 0, 1, 1, 1, 2, 1, 1)).containsOnly(1);
    }

    @Test
    void whereASecondOneIsSeenInAThirdOfTheLooksThereAreTwo() {
        assertThat(counts(2, 1, 1, 2, 1, 1, 2, 1, 1, 2)).containsOnly(2);
    }

    @Test
    void theNearestLookSpeaksForAFrame() {
        List<Integer> counts = counts(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);

        assertThat(counts.subList(0, 17)).containsOnly(0);
        assertThat(counts.subList(17, 34)).containsOnly(1);
    }

    /// Looks at every third frame.
    private static List<Integer> counts(int... seen) {
        List<Sample> samples = new ArrayList<>();
        for (int count : seen) {
            samples.add(new Sample(3 * samples.size(), count, 0.9, 0.6, 0, 0, null));
        }
        return Stream.of(CharacterCount.deciding(samples, 3 * (seen.length - 1) + 1))
                .map(Sample::characters)
                .toList();
    }
}
