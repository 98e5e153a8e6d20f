package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.magicanime.local.Fates.Fate;

class ProgressTest {
    @Test
    void theLineTellsFilmsLagAndTimeLeftOfEachStage() {
        Map<Fate, Integer> counts =
                Map.of(Fate.WAITING, 1, Fate.IN_WORK, 2, Fate.DONE, 1, Fate.REJECTED, 1, Fate.DEAD, 1);

        String line = new ProgressLine(
                        counts,
                        7,
                        3,
                        2,
                        1,
                        4,
                        Map.of(
                                "ingest",
                                1L,
                                "segment",
                                2L,
                                "keypoint",
                                4L,
                                "face-crop",
                                5L,
                                "audio",
                                6L,
                                "caption",
                                7L),
                        100,
                        OptionalDouble.of(300))
                .text();

        assertThat(line)
                .isEqualTo(
                        "ingest 5/6 films, lag 1 | segment 3/6, lag 2, 7 clips | keypoint lag 4, 3 spans | face-crop lag 5, 2 faces | audio lag 6, 1 speech | caption lag 7, 4 captions | rejected 1, dead 1"
                                + " | 1:40, left 5:00");
    }

    @Test
    void whereNothingCanBeSaidNoTimeIsPromised() {
        assertThat(new ProgressLine(Map.of(Fate.WAITING, 1), 0, -1, -1, -1, -1, Map.of(), 3700, OptionalDouble.empty())
                        .text())
                .doesNotContain("keypoint")
                .endsWith("1:01:40, left ?");
    }

    @Test
    void onATerminalALineNeverWrapsAndCoversTheOneBefore() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 10);

        progress.show("0123456789abc");
        progress.show("short");
        progress.end();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\r012345678\rshort    \n");
    }

    @Test
    void withoutATerminalWholeLinesArePrinted() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0);

        progress.show("one");
        progress.show("two, within the same seconds");
        progress.message("a message");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("one\na message\n");
    }
}
