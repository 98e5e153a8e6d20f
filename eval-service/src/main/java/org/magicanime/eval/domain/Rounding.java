package org.magicanime.eval.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Numbers in documents have nine decimals: more than is known, and few enough to be the same everywhere.
final class Rounding {
    private static final int DECIMALS = 9;

    private Rounding() {}

    static double of(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    static double mean(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).sum() / values.size());
    }
}
