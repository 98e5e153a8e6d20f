package org.magicanime.dataset.domain.review;

/// A random sample of what stages kept: those items of which a number that is made of the item's id and the seed is the
/// smallest. So it needs to be kept nowhere, is the same for everybody, and stays a random sample of all items when
/// more come, of which some take the place of others.
///
/// @param size items, 1 to 10000
/// @param seed another one is another sample
public record Sample(int size, long seed) {
    /// 200 items.
    public static final Sample USUAL = new Sample(200, 1);

    private static final int LARGEST = 10_000;

    public Sample {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a sample has 1 to " + LARGEST + " items, not " + size);
        }
    }
}
