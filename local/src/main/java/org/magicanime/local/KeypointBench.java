package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.keypoint.domain.ClipMedia;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.PoseRules;
import org.magicanime.keypoint.domain.Span;
import org.magicanime.keypoint.domain.SpanFinder;
import org.magicanime.keypoint.domain.SpanPlan;
import org.magicanime.keypoint.domain.SpanVideos;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.keypoint.model.HolisticEstimator;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.segment.domain.ClipPlanner;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.measure.Measuring;

/// Measures the keypoint stage without broker and store: everything that it does with a clip, beside what its models
/// need for themselves.
final class KeypointBench {
    private static final double USUAL_FRAME_RATE = 24;

    private final Path film;
    private final int rounds;
    private final PoseModels models;
    private final DetectorPeer peer;
    private final ClipMedia media = new AvClipMedia();
    private final Map<String, long[]> runs = new TreeMap<>();

    /// @param python a command that starts Python, perhaps with rtmlib installed
    KeypointBench(Path film, int rounds, PoseModels models, String python) {
        this.film = film;
        this.rounds = rounds;
        this.models = models;
        this.peer = new DetectorPeer(models.folder(), python, rounds);
    }

    void run(WorkFolders folders) throws IOException, InterruptedException {
        String wrong = models.wrong();
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        FilmMeasures measures = Measuring.measure(film, MeasureOptions.CARTOON, done -> {});
        List<CutClip> clips = new ArrayList<>();
        try (WorkFolder cut = folders.create();
                HolisticEstimator estimator = models.estimator(this::clock)) {
            var plan = new ClipPlanner(Detector.CARTOON, ClipRules.DEFAULT).plan(measures);
            if (plan.clips().isEmpty()) {
                throw new IllegalArgumentException(film + " has no clips");
            }
            Cutting.cut(film, plan.clips(), CutOptions.DEFAULT, cut.path(), 0, clips::add);
            long frames = plan.framesKept();
            round(folders, estimator, measures, clips);
            double[] seconds = new double[rounds];
            double[] own = new double[rounds];
            long posed = 0;
            for (int round = 0; round < rounds; round++) {
                runs.clear();
                long began = System.nanoTime();
                posed = round(folders, estimator, measures, clips);
                seconds[round] = (System.nanoTime() - began) / 1e9;
                own[round] = runs.values().stream().mapToLong(run -> run[0]).sum() / 1e9;
            }
            print(frames, posed, seconds, own);
            besidePeer(measures, clips.getFirst(), cut);
        }
    }

    private void besidePeer(FilmMeasures measures, CutClip clip, WorkFolder folder)
            throws IOException, InterruptedException {
        try (ClipPictures pictures = media.open(
                clip.clip(),
                measures.width(),
                measures.height(),
                KeypointParameters.LONGEST_SIDE,
                folder.subfolder("peer"))) {
            peer.run(pictures, folder.path());
        }
    }

    private void print(long frames, long posed, double[] seconds, double[] own) {
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> own[i] / seconds[i]);
        System.out.printf("%d frames in clips, %d in spans, medians of %d rounds%n", frames, posed, rounds);
        System.out.printf("whole stage, one thread of models %.1f frames/s%n", frames / BenchCommand.median(seconds));
        System.out.printf("models alone                      %.1f frames/s%n", frames / BenchCommand.median(own));
        System.out.printf("models / whole stage              %.3f%n", BenchCommand.median(ratios));
        runs.forEach((model, run) -> System.out.printf(
                "  %-31s %.2f ms a run, %.2f runs a frame%n", model, run[0] / 1e6 / run[1], (double) run[1] / frames));
        System.out.printf("peak memory                       %d MiB%n", ChildMemory.peakKiB("self") >> 10);
    }

    /// @return frames in spans
    private long round(WorkFolders folders, HolisticEstimator estimator, FilmMeasures measures, List<CutClip> clips)
            throws IOException {
        double rate = measures.frameRate().asDouble();
        SpanFinder finder = new SpanFinder(PoseRules.DEFAULT);
        long posed = 0;
        for (CutClip clip : clips) {
            try (WorkFolder folder = folders.create()) {
                List<FrameEstimate> estimates;
                try (ClipPictures pictures = media.open(
                        clip.clip(),
                        measures.width(),
                        measures.height(),
                        KeypointParameters.LONGEST_SIDE,
                        folder.subfolder("pictures"))) {
                    estimates = estimator.estimate(pictures);
                }
                SpanPlan plan = finder.find(estimates, rate > 0 ? rate : USUAL_FRAME_RATE);
                for (Span span : plan.spans()) {
                    write(folder, measures, clip, span);
                    posed += span.end() - span.first();
                }
            }
        }
        return posed;
    }

    private void write(WorkFolder folder, FilmMeasures measures, CutClip clip, Span span) throws IOException {
        Path files = Files.createDirectory(folder.path().resolve("span-" + span.first()));
        boolean whole = span.end() - span.first() == clip.span().frames();
        media.videos(
                clip.clip(),
                measures.width(),
                measures.height(),
                span.first(),
                span.smooth(),
                new SpanVideos(
                        files.resolve("pose.mp4"),
                        files.resolve("pose-over.mp4"),
                        whole ? null : files.resolve("clip.mp4")));
        media.writeNpy(span.smooth(), files.resolve("keypoints.npy"));
        media.writeNpy(span.raw(), files.resolve("keypoints-raw.npy"));
    }

    private void clock(String model, long nanos) {
        long[] run = runs.computeIfAbsent(model, id -> new long[2]);
        run[0] += nanos;
        run[1]++;
    }
}
