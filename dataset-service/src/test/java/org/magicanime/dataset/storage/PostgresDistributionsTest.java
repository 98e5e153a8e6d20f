package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Distribution;
import org.magicanime.dataset.domain.Distribution.Amount;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.postgresql.ds.PGSimpleDataSource;

/// What a recorded run measured, on a real database.
class PostgresDistributionsTest {
    private final PGSimpleDataSource source = LedgerServer.emptyDatabase();
    private final LedgerDatabase database = new LedgerDatabase(source);
    private final PostgresDistributions distributions = new PostgresDistributions(database);

    @BeforeEach
    void aRun() {
        new LedgerKeeper(new PostgresLedger(database)).keep(RecordedRun.heard());
    }

    @Test
    void everyClipAndSpanIsInTheDistributionsOfItsStage() {
        Distribution ssim = rule("encoder.least-ssim");
        Distribution score = rule("pose.start-score");
        Distribution black = rule("clip.black-share");

        assertThat(ssim.passed()).isEqualTo(new Amount(8, 646));
        assertThat(ssim.missed()).isEqualTo(new Amount(0, 0));
        assertThat(score.passed()).isEqualTo(new Amount(5, 401));
        assertThat(black.missed()).isEqualTo(new Amount(2, 2));
        assertThat(rule("pose.count-score").missed().frames()).isPositive();
    }

    @Test
    void aStyleAndAFilmAreAskedForAlone() {
        assertThat(distributions.distributions("unknown", null)).isEqualTo(distributions.distributions(null, null));
        assertThat(distributions.distributions("japan", null)).isEmpty();
        assertThat(distributions.distributions(null, "0000000000000000")).isEmpty();
        assertThat(distributions.distributions(
                        null, RecordedRun.events().getFirst().itemId()))
                .isEqualTo(distributions.distributions(null, null));
    }

    /// Where a value passes is decided by the stage; the slot must not say otherwise.
    @Test
    void aValueThatIsTheThresholdLiesOnTheSideWhereItPasses() {
        for (double threshold : new double[] {0.016, 0.03, 0.09, 0.5, 0.6, 0.9, 0.95, 0.98, 1, 1.6, 2, 10}) {
            assertThat(slot("at-least", threshold, threshold)).isGreaterThanOrEqualTo(1000);
            assertThat(slot("at-most", threshold, threshold)).isLessThan(1000);
            assertThat(slot("at-least", Math.nextDown(threshold), threshold)).isLessThanOrEqualTo(1000);
        }
        assertThat(slot("at-least", 0.8999, 0.9)).isEqualTo(999);
        assertThat(slot("at-most", 0.9001, 0.9)).isEqualTo(1000);
        assertThat(slot("at-most", 0, 0.9)).isZero();
        assertThat(slot("at-least", 1e300, 1e-300)).isEqualTo(4000);
        assertThat(slot("at-least", -5, 1)).isZero();
    }

    private int slot(String bound, double value, double threshold) {
        List<String> row = LedgerServer.rows(
                source,
                String.format(
                        Locale.ROOT, "select measured_slot('%s', float8 '%s', float8 '%s')", bound, value, threshold));
        return Integer.parseInt(row.getFirst().replaceAll("[()]", ""));
    }

    private Distribution rule(String name) {
        return distributions.distributions(null, null).stream()
                .filter(each -> each.rule().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }
}
