package org.magicanime.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.Statistics.Subset;
import org.magicanime.dataset.domain.Statistics.Titles;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresStatistics;

/// The recorded run has 646 frames in 8 clips and 401 in 5 spans, at 24 frames a second and 640 by 360 pixels.
class StatisticsTest {
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));

    @Test
    void itemsHoursAndRatesAreCounted() {
        tell(RecordedRun.events());
        tell(RecordedRun.eventsOfFilm(1));

        Subset clips = subset("image-to-video", "unknown");
        assertThat(clips.items()).isEqualTo(16);
        assertThat(clips.hours()).isCloseTo(2 * 646 / 24.0 / 3600, within(1e-9));
        assertThat(clips.fullHdShare()).isZero();
        // Shots of 48, 48, 59, 72, 72, 83, 120 and 144 frames.
        assertThat(clips.medianSeconds()).isEqualTo(72 / 24.0);
        assertThat(clips.frameRates()).isEqualTo(Map.of("24.000", 16L));
        assertThat(clips.paperItems()).isNull();
        assertThat(subset("pose-driven", "unknown").items()).isEqualTo(10);
        assertThat(subset("text-to-video", "unknown").hours()).isCloseTo(2 * 401 / 24.0 / 3600, within(1e-9));
        assertThat(read().titles()).contains(new Titles("unknown", 1, null), new Titles("japan", 0, 66L));
    }

    @Test
    void thePapersNumbersStandBesideNothing() {
        assertThat(subset("image-to-video", "japan"))
                .isEqualTo(new Subset("image-to-video", "japan", 0, 0, null, null, Map.of(), 250_000L));
        assertThat(subset("audio-driven", "american").paperItems()).isEqualTo(364);
        assertThat(read().subsets()).hasSize(20);
    }

    @Test
    void theTableHasALineForEachSubsetAndStyle() {
        tell(RecordedRun.events());

        List<String> lines = StatisticsCsv.of(read()).lines().toList();

        assertThat(lines).hasSize(21);
        assertThat(lines.get(1)).isEqualTo("image-to-video,american,0,0.0000,,,,90000");
        assertThat(lines.get(4)).isEqualTo("image-to-video,unknown,8,0.0075,0.0000,3.0000,24.000:8,");
    }

    private void tell(List<PipelineEvent> events) {
        keeper.keep(events.stream().map(RecordedRun::told).toList());
    }

    private Statistics read() {
        return new PostgresStatistics(database).read();
    }

    private Subset subset(String subset, String style) {
        return read().subsets().stream()
                .filter(each -> each.subset().equals(subset) && each.style().equals(style))
                .findFirst()
                .orElseThrow();
    }
}
