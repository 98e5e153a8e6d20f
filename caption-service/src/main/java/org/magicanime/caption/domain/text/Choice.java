package org.magicanime.caption.domain.text;

import java.util.SplittableRandom;

/// Chooses words: the same item, the same words; other items, others.
final class Choice {
    private final SplittableRandom random;

    /// @param itemId a film's digest and frames, so that neighbouring items differ, too
    Choice(String itemId) {
        long seed = 1469598103934665603L;
        for (int i = 0; i < itemId.length(); i++) {
            seed = (seed ^ itemId.charAt(i)) * 1099511628211L;
        }
        random = new SplittableRandom(seed);
    }

    String of(String... words) {
        return words[random.nextInt(words.length)];
    }
}
