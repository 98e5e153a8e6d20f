package org.magicanime.dataset.web;

import org.magicanime.dataset.domain.review.SampleEstimate;

/// What a random sample says, as the page of the queue and programs see it.
///
/// @param size items of the sample
/// @param decided those on which people decided
/// @param wrong those of them that people rejected or trimmed
/// @param share of wrong ones, per cent
/// @param lower of the interval of 95 % (Wilson), per cent
/// @param upper likewise
public record SampleRow(int size, int decided, int wrong, double share, double lower, double upper) {
    static SampleRow of(SampleEstimate estimate) {
        return new SampleRow(
                estimate.size(),
                estimate.decided(),
                estimate.wrong(),
                100 * estimate.share(),
                100 * estimate.lower(),
                100 * estimate.upper());
    }

    /// In words.
    public String words() {
        return decided == 0
                ? "Of the sample's " + size + " items none is decided yet."
                : "Of the sample's " + size + " items " + decided + " are decided, and " + wrong + " of them wrong: "
                        + ShownNumbers.percent(share) + ", and with 95 % confidence " + ShownNumbers.percent(lower)
                        + " to " + ShownNumbers.percent(upper) + " of all.";
    }
}
