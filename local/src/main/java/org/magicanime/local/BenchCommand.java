package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.local.evaluation.MetricBench;
import org.magicanime.segment.domain.ClipPlanner;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;
import org.magicanime.segment.domain.SegmentPlan;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.decode.Probing;
import org.magicanime.video.measure.Measuring;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures speed and memory.
@Command(
        name = "bench",
        description =
                "Measures in one run. segment: bare decode, decode and scoring, the whole stage, in one process without "
                        + "broker and store; then the same film through the services, from drop to 'video.segmented'. shots: "
                        + "precision and recall of the detector 'cartoon' on drawn films, per difficulty. keypoint: "
                        + "the whole stage without broker and store beside what its models need for themselves, and a "
                        + "detector beside rtmlib. face-crop: likewise, of a talking head that is drawn. audio: likewise, in times real time. "
                        + "lip-sync: how often mouths that belong to what is heard, and others, are accepted. "
                        + "caption: items a second on one core. motions: how much of what is said of drawn motions is "
                        + "true, and how much of them is said, by the key points found in pictures. eval: frames a second "
                        + "of each metric. ledger: events "
                        + "a minute through the broker, then times of pages and of the manifest. reviews: times of "
                        + "the queue of what people look at, by HTTP.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "STAGE",
            description =
                    "segment, shots, keypoint, face-crop, audio, lip-sync, caption, motions, eval, ledger or reviews")
    String stage = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A film that one trusts, for segment and keypoint; for lip-sync a folder of recordings, each of "
                            + "one person who speaks and who is not in the bank.")
    Path film = Path.of("");

    @Option(
            names = "--rows",
            description = "Rows of the ledger, about. Default: ${DEFAULT-VALUE}; told of as events of synthetic films.")
    int rows = 1_000_000;

    @Option(
            names = "--rounds",
            description = "Rounds after one to warm up; the median counts. Default: ${DEFAULT-VALUE}")
    int rounds = 5;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            description =
                    "A Python to be measured on the same film or pictures: for segment one with PySceneDetect, for "
                            + "keypoint one with rtmlib and onnxruntime "
                            + "(python3 is tried), for eval one with scikit-image and torchmetrics.")
    String python = "";

    @Option(
            names = "--scenes",
            description = "Drawn films for shots (500 unless said otherwise), drawn motions for motions (90).")
    @Nullable
    Integer scenes;

    @Option(
            names = "--clips",
            description =
                    "Clips of lip-sync: of each kind of simulated mouth and length, and of drawn faces with wrong "
                            + "mouths. Default: ${DEFAULT-VALUE}")
    int clips = 200;

    @Option(
            names = "--bank",
            paramLabel = "FOLDER",
            description = "Recordings that the bank of lip-sync is made of in place of the project's.")
    Path bank = Path.of("");

    @Option(names = "--no-services", description = "Leave the services out.")
    boolean withoutServices;

    @Override
    public Integer call() throws Exception {
        if (stage.equals("ledger")) {
            return onLedger(system -> new LedgerBench(system, rows).run());
        }
        if (stage.equals("reviews")) {
            return onLedger(system -> new ReviewBench(system, rows).run());
        }
        if (stage.equals("face-crop")) {
            return faceCrop();
        }
        if (stage.equals("audio")) {
            return audio();
        }
        if (stage.equals("lip-sync")) {
            return lipSync();
        }
        if (stage.equals("caption")) {
            new CaptionBench(rounds).run(System.out);
            return 0;
        }
        if (stage.equals("motions")) {
            return motions();
        }
        if (stage.equals("eval")) {
            new MetricBench(rounds)
                    .run(python, LocalSystem.home().resolve("eval-service/src/test/golden/metric_speed.py"));
            return 0;
        }
        if (stage.equals("shots")) {
            return new ShotsBench(scenes == null ? 500 : scenes).run(System.out) ? 0 : 1;
        }
        if (!stage.equals("segment") && !stage.equals("keypoint")) {
            throw new IllegalArgumentException(
                    "there are benchmarks of 'segment', 'shots', 'keypoint', 'face-crop', 'audio', 'lip-sync', 'caption', "
                            + "'motions', 'eval', 'ledger' and 'reviews', not of '"
                            + stage + "'");
        }
        if (!Files.isRegularFile(film) || rounds < 1) {
            throw new IllegalArgumentException("there is no file " + film + ", or no round to measure");
        }
        // Empty, so that no film is known already.
        Path fresh = Files.createTempDirectory("magicanime-bench");
        try (StateFolder state = StateFolder.take(fresh);
                WorkFolders folders = WorkFolders.below(state.folder("bench"))) {
            if (stage.equals("keypoint")) {
                new KeypointBench(
                                film,
                                rounds,
                                new PoseModels(LocalSystem.home().resolve("models")),
                                python.isEmpty() ? "python3" : python)
                        .run(folders);
                return 0;
            }
            double alone = alone(folders);
            inChildren(state, folders);
            if (!withoutServices) {
                throughServices(state, alone);
            }
        } finally {
            delete(fresh);
        }
        return 0;
    }

    private int faceCrop() throws IOException {
        requireRounds();
        return inFolder(folders -> new FaceCropBench(rounds, LocalSystem.home().resolve("models")).run(folders));
    }

    private int audio() throws IOException {
        requireRounds();
        return inFolder(folders -> new AudioBench(rounds, LocalSystem.home().resolve("models")).run(folders));
    }

    private int motions() throws IOException {
        PoseModels models = new PoseModels(LocalSystem.home().resolve("models"));
        return inFolder(folders -> new MotionBench(scenes == null ? 90 : scenes, models).run(folders, System.out));
    }

    private void requireRounds() {
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds " + rounds + ": there is no round to measure");
        }
    }

    /// Measures something that needs work files only.
    private interface WithFolders {
        void run(WorkFolders folders) throws IOException;
    }

    private static int inFolder(WithFolders bench) throws IOException {
        Path fresh = Files.createTempDirectory("magicanime-bench");
        try (WorkFolders folders = WorkFolders.below(fresh)) {
            bench.run(folders);
        } finally {
            delete(fresh);
        }
        return 0;
    }

    private int lipSync() throws IOException {
        boolean recorded = !film.toString().isEmpty();
        if (recorded && !Files.isDirectory(film)) {
            throw new IllegalArgumentException("there is no folder " + film + ": name one with recordings");
        }
        Path folder = LocalSystem.home().resolve("models");
        OnnxModels models = new OnnxModels(
                ModelCatalogue.in(folder),
                new ModelFiles(folder),
                KnownInference.oneThread(folder),
                (model, nanos) -> {});
        if (recorded) {
            List<Path> ofBank = bank.toString().isEmpty() ? List.of() : LipSyncBench.recordings(bank);
            new LipSyncBench(clips, models).run(LipSyncBench.recordings(film), ofBank, System.out);
        }
        try (OnnxSpeechModels speech = new OnnxSpeechModels(models)) {
            new DrawnMouthBench(clips, speech).run(System.out);
        }
        return 0;
    }

    /// Measures something of a ledger.
    private interface OnLedger {
        void run(LocalSystem system) throws IOException, InterruptedException;
    }

    private int onLedger(OnLedger bench) throws Exception {
        if (rows < SyntheticFilm.ROWS) {
            throw new IllegalArgumentException("--rows " + rows + ": a film has " + SyntheticFilm.ROWS + " rows");
        }
        Path fresh = Files.createTempDirectory("magicanime-bench");
        try (StateFolder state = StateFolder.take(fresh);
                LocalSystem system = LocalSystem.start(
                        state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, System.err::println)) {
            Shutdown.closeOnSignal(system);
            bench.run(system);
        } finally {
            delete(fresh);
        }
        return 0;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// @return seconds of the whole stage
    private double alone(WorkFolders folders) {
        double[] decode = new double[rounds];
        double[] scoring = new double[rounds];
        double[] whole = new double[rounds];
        long frames = Measuring.decode(film);
        all(folders);
        // In turn, so that a machine whose speed drifts slows all of them.
        for (int round = 0; round < rounds; round++) {
            decode[round] = seconds(() -> Measuring.decode(film));
            scoring[round] = seconds(this::measure);
            whole[round] = seconds(() -> all(folders));
        }
        System.out.printf("%d frames, medians of %d rounds%n", frames, rounds);
        print("bare decode", frames, decode);
        print("decode + scoring", frames, scoring);
        print("probe + decode + scoring + clips", frames, whole);
        System.out.printf("scoring pass / bare decode        %.3f%n", ratio(decode, scoring));
        System.out.printf("whole stage  / bare decode        %.3f%n", ratio(decode, whole));
        return median(whole);
    }

    private void inChildren(StateFolder state, WorkFolders folders) {
        try (SandboxedFilmReader reader = new SandboxedFilmReader(SandboxConfig.in(state.folder("natives")), folders);
                ChildMemory memory = new ChildMemory()) {
            reader.prepare();
            double[] probe = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                probe[round] = seconds(() -> reader.probe(film, ProbeLimits.DEFAULT));
            }
            double here = seconds(() -> Probing.probe(film, ProbeLimits.DEFAULT));
            double[] measuring = new double[rounds];
            double[] cutting = new double[rounds];
            ShotsPeer peer = new ShotsPeer(python, film, state.folder("peer"));
            double[] others = new double[python.isEmpty() || !peer.isThere() ? 0 : rounds];
            for (int round = 0; round < rounds; round++) {
                if (others.length > 0) {
                    others[round] = seconds(peer::run);
                }
                long began = System.nanoTime();
                SegmentPlan plan = plan(reader.measure(film, MeasureOptions.CARTOON, done -> {}));
                measuring[round] = (System.nanoTime() - began) / 1e9;
                try (WorkFolder folder = folders.create()) {
                    cutting[round] = seconds(() -> cutIn(reader, plan, folder));
                }
            }
            System.out.printf("start of a film-reading process   %.3f s%n", Math.max(0, median(probe) - here));
            System.out.printf(
                    "in such processes                 probe %.2f s, scoring %.2f s, clips %.2f s%n",
                    median(probe), median(measuring), median(cutting));
            if (others.length > 0) {
                double ours = median(probe) + median(measuring);
                System.out.printf(
                        "PySceneDetect's command line      %.2f s; shots in such processes %.2f s: %.2f times as fast%n",
                        median(others), ours, median(others) / ours);
            } else if (!python.isEmpty()) {
                System.out.printf("beside PySceneDetect              left out: '%s' has none%n", python);
            }
            System.out.printf(
                    "peak memory                       %d MiB in this process, %d MiB in its largest film-reading process%n",
                    ChildMemory.peakKiB("self") >> 10, memory.peakMiB());
        }
    }

    private void cutIn(FilmReader reader, SegmentPlan plan, WorkFolder folder) {
        if (!plan.clips().isEmpty()) {
            reader.cut(film, plan.clips(), CutOptions.DEFAULT, false, folder.path(), clip -> {});
        }
    }

    private void throughServices(StateFolder state, double alone) throws Exception {
        try (LocalSystem system = LocalSystem.start(state, untilSegment(), System.err::println)) {
            Shutdown.closeOnSignal(system);
            double seconds = median(new ServiceRounds(system, film).run(rounds));
            System.out.printf("through the services              %.2f s, of which alone %.2f s%n", seconds, alone);
            System.out.printf("services / one process            %.3f%n", seconds / alone);
        }
    }

    private FilmMeasures measure() {
        return Measuring.measure(film, MeasureOptions.CARTOON, done -> {});
    }

    private static SegmentPlan plan(FilmMeasures measures) {
        return new ClipPlanner(Detector.CARTOON, ClipRules.DEFAULT).plan(measures);
    }

    private void all(WorkFolders folders) {
        Probing.probe(film, ProbeLimits.DEFAULT);
        FilmMeasures measures = measure();
        SegmentPlan plan = plan(measures);
        try (WorkFolder folder = folders.create()) {
            if (!plan.clips().isEmpty()) {
                int threads = measures.isDamaged() ? 1 : 0;
                Cutting.cut(film, plan.clips(), CutOptions.DEFAULT, folder.path(), threads, clip -> {});
            }
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String what, long frames, double[] seconds) {
        System.out.printf("%-33s %.1f frames/s%n", what, frames / median(seconds));
    }

    /// The median of the ratios of each round.
    private static double ratio(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// Other stages would take time from those that are measured.
    private static CommonOptions untilSegment() {
        CommonOptions options = new CommonOptions();
        options.until = LastStage.SEGMENT;
        return options;
    }
}
