package org.magicanime.dataset.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.domain.StageFlow;
import org.magicanime.stage.StageFigures;

class StageHistoryTest {
    private static final long NOW = 1_800_000_000_000L;

    private final StageHistory history = new StageHistory();

    @Test
    void processesOfAStageAreAddedUp() {
        history.heard(NOW - 600_000, figures("segment", "a", 1, Map.of("done", 2L), 1000, 3000));
        history.heard(NOW - 4_000, figures("segment", "a", 2, Map.of("done", 1L, "dead", 1L), 1000));
        history.heard(NOW - 3_000, figures("segment", "b", 1, Map.of("rejected", 5L), 9000));
        history.heard(NOW - 2_000, figures("ingest", "a", 0, Map.of("done", 6L), 200));

        assertThat(history.stages(NOW)).hasSize(2);
        assertThat(history.stages(NOW).getFirst().stage()).isEqualTo("ingest");
        StageFlow segment = history.stages(NOW).get(1);
        assertThat(segment.processes()).isEqualTo(2);
        assertThat(segment.inWork()).isEqualTo(3);
        assertThat(segment.done()).isEqualTo(3);
        assertThat(segment.rejected()).isEqualTo(5);
        assertThat(segment.dead()).isEqualTo(1);
        assertThat(segment.medianSeconds()).isCloseTo(1, within(0.02));
        assertThat(segment.p95Seconds()).isCloseTo(9, within(0.1));
    }

    @Test
    void aProcessThatIsSilentHasNothingInWork() {
        history.heard(NOW - 16_000, figures("segment", "killed", 3, Map.of("done", 1L), 1000));

        StageFlow segment = history.stages(NOW).getFirst();

        assertThat(segment.processes()).isZero();
        assertThat(segment.inWork()).isZero();
        assertThat(segment.done()).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        history.heard(NOW - 3_700_000, figures("segment", "a", 1, Map.of("done", 1L), 1000));
        history.heard(NOW - 3_500_000, figures("segment", "a", 1, Map.of("done", 1L), 1000));

        assertThat(history.stages(NOW).getFirst().done()).isEqualTo(1);
        assertThat(history.stages(NOW + 3_600_000)).isEmpty();
    }

    @Test
    void ofFiguresThatCannotBeReadNothingIsTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.heard(
                        NOW, new StageFigures("segment", "a", 1, 0, Map.of("done", 1_000_000L), "nonsense")));

        assertThat(history.stages(NOW)).isEmpty();
    }

    /// @param millis that inputs took
    static StageFigures figures(String stage, String process, int inWork, Map<String, Long> outcomes, long... millis) {
        return figures(stage, process, inWork, 0, outcomes, millis);
    }

    static StageFigures figures(
            String stage, String process, int inWork, int retrying, Map<String, Long> outcomes, long... millis) {
        Histogram times = StageFigures.noTimes();
        Arrays.stream(millis).forEach(times::recordValue);
        ByteBuffer bytes = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
        int length = times.encodeIntoCompressedByteBuffer(bytes);
        return new StageFigures(
                stage,
                process,
                inWork,
                retrying,
                outcomes,
                Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length)));
    }
}
