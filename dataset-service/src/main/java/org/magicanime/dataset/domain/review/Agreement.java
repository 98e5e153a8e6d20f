package org.magicanime.dataset.domain.review;

import org.jspecify.annotations.Nullable;

/// How far two people agree about the items on which both decided, by the vote of each that counts.
///
/// @param first a name
/// @param second another one, behind it in the alphabet
/// @param bothAccepted items that both accepted
/// @param bothRejected items that both rejected
/// @param firstAccepted items that the first one accepted and the second one rejected
/// @param secondAccepted the other way round
public record Agreement(
        String first, String second, long bothAccepted, long bothRejected, long firstAccepted, long secondAccepted) {
    public long items() {
        return bothAccepted + bothRejected + firstAccepted + secondAccepted;
    }

    /// Cohen's kappa (Educational and Psychological Measurement 20, 1960): the share of items on which they agree,
    /// beyond what chance alone would give with as many acceptances of each, and 1 for full agreement. Below 0 they
    /// agree less than by chance.
    ///
    /// @return absent where chance alone gives full agreement, since both always say the same
    public @Nullable Double kappa() {
        double all = items();
        double agreed = (bothAccepted + bothRejected) / all;
        double accepted = (bothAccepted + firstAccepted) / all * ((bothAccepted + secondAccepted) / all);
        double rejected = (bothRejected + secondAccepted) / all * ((bothRejected + firstAccepted) / all);
        double chance = accepted + rejected;
        return all == 0 || chance >= 1 ? null : (agreed - chance) / (1 - chance);
    }
}
