package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.magicanime.segment.domain.ClipPlanner;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;
import org.magicanime.segment.domain.SegmentPlan;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.measure.Measuring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures speed and memory.
@Command(
        name = "bench",
        description =
                "Measures in one run, in one process without broker and store: bare decode, decode and scoring, the "
                        + "whole stage.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STAGE", description = "segment")
    String stage = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A film that one trusts.")
    Path film = Path.of("");

    @Option(names = "--rounds", description = "Rounds after one to warm up; the best counts. Default: ${DEFAULT-VALUE}")
    int rounds = 3;

    @Override
    public Integer call() throws Exception {
        if (!stage.equals("segment")) {
            throw new IllegalArgumentException("there is a benchmark of 'segment' only, not of '" + stage + "'");
        }
        if (!Files.isRegularFile(film)) {
            throw new IllegalArgumentException("there is no file " + film);
        }
        double decode = best("bare decode", () -> Measuring.decode(film));
        double scoring = best("decode + scoring", () -> measure().frames());
        double whole = best("decode + scoring + clips", this::all);
        System.out.printf("scoring pass / bare decode   %.3f%n", scoring / decode);
        System.out.printf("whole stage  / bare decode   %.3f%n", whole / decode);
        System.out.printf("peak memory of this process  %d MiB%n", peakMiB());
        return 0;
    }

    private double best(String what, LongSupplier work) {
        long warmUp = work.getAsLong();
        double best = 0;
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            long frames = work.getAsLong();
            best = Math.max(best, frames / ((System.nanoTime() - began) / 1e9));
        }
        System.out.printf("%-28s %.1f frames/s (%d frames)%n", what, best, warmUp);
        return best;
    }

    private FilmMeasures measure() {
        return Measuring.measure(film, MeasureOptions.DEFAULT, frames -> {});
    }

    private long all() {
        FilmMeasures measures = measure();
        SegmentPlan plan = new ClipPlanner(Detector.CONTENT_0_6_7.detection(), ClipRules.DEFAULT).plan(measures);
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "magicanime-bench");
        try (WorkFolders folders = WorkFolders.below(root);
                WorkFolder folder = folders.create()) {
            if (!plan.clips().isEmpty()) {
                Cutting.cut(film, plan.clips(), CutOptions.DEFAULT, folder.path(), 0, clip -> {});
            }
        }
        return measures.frames();
    }

    /// The most that this process ever had in memory.
    private static long peakMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }
}
