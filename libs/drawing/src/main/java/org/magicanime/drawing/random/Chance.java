package org.magicanime.drawing.random;

import java.util.SplittableRandom;

/// Chance that comes from a seed alone: the same seed, the same draws.
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Draws of its own, so that what is drawn later does not depend on how often this one was asked.
    Chance apart() {
        return new Chance(random.nextLong());
    }

    long seed() {
        return random.nextLong();
    }

    double share() {
        return random.nextDouble();
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /// As likely between 1 and 2 as between 2 and 4.
    double ratio(double least, double most) {
        return Math.exp(between(Math.log(least), Math.log(most)));
    }

    double normal(double deviation) {
        return deviation * random.nextGaussian();
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /// @return 0 to below the bound
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    /// An index, as likely as its weight says.
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
