package org.magicanime.dataset.domain.review;

/// How many of what stages kept are wrong, as a random sample says.
///
/// @param size items of the sample; fewer than asked for where there are no more
/// @param decided those on which people decided, and do not disagree
/// @param wrong those of them that people rejected or trimmed
public record SampleEstimate(int size, int decided, int wrong) {
    /// Of the normal distribution, for 95 %.
    private static final double Z = 1.959964;

    /// Where less than 2.5 % of such samples have as many wrong ones or more, by Wilson's score interval (Journal of
    /// the American Statistical Association 22, 1927).
    ///
    /// @return a share, 0 to 1; 0 of nothing
    public double lower() {
        return decided == 0 ? 0 : Math.max(0, middle() - half());
    }

    /// The other end; 1 of nothing.
    public double upper() {
        return decided == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (share() + Z * Z / (2 * decided)) / (1 + Z * Z / decided);
    }

    private double half() {
        double n = decided;
        return Z * Math.sqrt(share() * (1 - share()) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    }

    /// Of those on which people decided; 0 of nothing.
    public double share() {
        return decided == 0 ? 0 : (double) wrong / decided;
    }
}
