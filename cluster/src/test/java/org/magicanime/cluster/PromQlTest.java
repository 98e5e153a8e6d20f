package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {
    @Test
    void metricsOfAQueryAreFound() {
        assertThat(PromQl.metrics(
                        "sum by (a) (rate(x_total{job=~\"a|b\",c!=\"\"}[5m] offset 1h)) / on (a) group_left (b) y > 0.5"
                                + " and -max_over_time(z[1h:5m]) ^ 2 != bool 1e3 or time() - 60 * w"))
                .containsExactly("w", "x_total", "y", "z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum by (a (x)",
                "sum(x",
                "x{a=b}",
                "x{a=~\"[\"}",
                "rate(x)",
                "sum(x[5m])",
                "x[5m]",
                "x[5]",
                "x >",
                "x y",
                "rat(x[5m])",
                "x # y",
                "",
                "x > 1)"
            })
    void whatIsNoQueryIsRefused(String query) {
        assertThatThrownBy(() -> PromQl.metrics(query)).isInstanceOf(IllegalArgumentException.class);
    }
}
