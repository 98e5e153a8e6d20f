package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.magicanime.stage.StageMeters.Counted;

class StageFiguresTest {
    private final StageMeters meters = new StageMeters(new SimpleMeterRegistry());

    @Test
    void timesOfManyReportsAddUpAsIfOneProcessHadTakenThem() {
        Histogram together = StageFigures.noTimes();
        Histogram all = StageFigures.noTimes();
        for (int process = 0; process < 3; process++) {
            for (int i = 1; i <= 100; i++) {
                meters.took("segment", Duration.ofMillis(1000L * process + i));
                all.recordValue(1000L * process + i);
            }
            Counted counted = counted();
            StageFigures figures =
                    read(StageFigures.of("segment", "p" + process, 1, 0, counted.outcomes(), counted.times()));
            figures.addTimesTo(together);
        }

        assertThat(together).isEqualTo(all);
        assertThat(together.getValueAtPercentile(50)).isBetween(1045L, 1060L);
    }

    @Test
    void everythingIsCountedOnce() {
        meters.ended("segment", "done", 3);
        meters.ended("segment", "rejected", 1);
        meters.ended("dataset", "done", 500);

        assertThat(counted().outcomes()).isEqualTo(Map.of("done", 3L, "rejected", 1L));
        assertThat(meters.sinceLastTime().values()).allMatch(Counted::isEmpty);
    }

    @Test
    void timesThatNoHistogramHasAreTakenAsTheLongest() {
        meters.took("segment", Duration.ofDays(400));
        meters.took("segment", Duration.ZERO);
        meters.took("segment", Duration.ofSeconds(-5));

        Histogram times = counted().times();
        assertThat(times.getTotalCount()).isEqualTo(3);
        assertThat(times.getMaxValue()).isGreaterThanOrEqualTo(StageFigures.LONGEST_MILLIS);
        assertThat(times.getMinValue()).isZero();
    }

    @Test
    void aReportIsSmallAndWhatIsNoneIsRefused() {
        for (int i = 0; i < 10_000; i++) {
            meters.took("segment", Duration.ofMillis(i * 7L));
        }
        StageFigures figures =
                StageFigures.of("segment", "p", 1, 0, Map.of(), counted().times());
        assertThat(EventJson.write(figures)).hasSizeLessThan(4096);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StageFigures("segment", "p", 0, 0, Map.of(), "AAAA").addTimesTo(StageFigures.noTimes()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageFigures("segment", "p", 0, 0, Map.of(), "<script>")
                        .addTimesTo(StageFigures.noTimes()));
    }

    private Counted counted() {
        return Objects.requireNonNull(meters.sinceLastTime().get("segment"));
    }

    private static StageFigures read(StageFigures figures) {
        return EventJson.readEvent(EventJson.write(figures), StageFigures.class);
    }
}
