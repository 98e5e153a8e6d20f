package org.magicanime.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.segment.domain.Detector;
import org.magicanime.segment.domain.FilmMeasuring;
import org.magicanime.segment.domain.ShotNetwork;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.ShotScore;
import org.magicanime.shots.ShotTruth;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.Scan;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds the shots of one film, and nothing else.
@Command(
        name = "shots",
        description =
                "Finds the shots of a film: cuts, fades, dissolves and flashes. Needs no broker and no store, and "
                        + "keeps nothing. The film is decoded in a process of its own, with limits. Frames are numbered from 0, in "
                        + "the order in which they are decoded; ends are exclusive. Without a format, a table for people.",
        footer = {
            "",
            "Exit codes: 0 done, 1 the film cannot be read, a model is missing or something went wrong, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ShotsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "A film; nobody needs to trust it.")
    Path film = Path.of("");

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            converter = DetectorNames.class,
            completionCandidates = DetectorNames.class,
            description =
                    "${COMPLETION-CANDIDATES}. 'content-0.6.7' is PySceneDetect 0.6.7.1 with its defaults, to the "
                            + "bit; it knows cuts only, as does the network 'transnetv2', whose model must be made "
                            + "first (models/make-starter --transnetv2 models/standard). Default: cartoon")
    Detector detector = Detector.CARTOON;

    @ArgGroup(exclusive = true, heading = "Formats, of which one may be given:%n")
    @Nullable
    Format format;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description =
                    "Also write PySceneDetect's content_val of every frame to FILE (CSV). With 'cartoon' this takes "
                            + "a second pass over the film.")
    @Nullable
    Path scores;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "Also print precision, recall and F1 of each kind against FILE: JSON with 'cuts' (first frames "
                            + "of shots, right within 1 frame), 'gradual', 'flashes' and 'ambiguous' ([first, last] each), or "
                            + "an object with such a one under the film's file name. With a format, to standard error.")
    @Nullable
    Path truth;

    static final class Format {
        @Option(
                names = "--json",
                description = "Boundaries with kind, range and confidence, shots, and what was searched twice.")
        boolean json;

        @Option(names = "--csv", description = "One line for each shot, with frames and seconds.")
        boolean csv;

        @Option(names = "--edl", description = "An edit decision list (CMX 3600), one event for each shot.")
        boolean edl;

        @Option(
                names = "--pyscenedetect-csv",
                description = "The scene list that PySceneDetect's 'list-scenes' writes (frames from 1).")
        boolean pySceneDetect;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(film)) {
            throw new IllegalArgumentException("there is no file " + film);
        }
        ShotTruth known = truth == null
                ? null
                : ShotTruthFile.read(truth, film.getFileName().toString());
        // What is missing is said before the film is read.
        try (ShotModel model = detector.needsNetwork() ? ShotModel.open() : ShotModel.NONE) {
            return list(known, model.network());
        }
    }

    private int list(@Nullable ShotTruth known, @Nullable ShotNetwork network) throws IOException {
        Path work = Files.createTempDirectory("magicanime-shots");
        try (WorkFolders folders = WorkFolders.below(work);
                SandboxedFilmReader reader = new SandboxedFilmReader(SandboxConfig.in(natives()), folders)) {
            FilmMeasures measures = measure(reader, detector, network);
            if (scores != null) {
                writeScores(
                        measures.contentScore().length > 0 ? measures : measure(reader, Detector.CONTENT_0_6_7, null),
                        scores);
            }
            warn(measures.scan());
            List<FrameSpan> shots = detector.shots(measures);
            List<Boundary> boundaries = detector.boundaries(measures);
            ShotListing listing = new ShotListing(film, measures, boundaries, shots, measures.secondLooks());
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            print(listing, out);
            out.flush();
            if (known != null) {
                print(boundaries, known, format == null ? System.out : System.err);
            }
            return 0;
        } catch (UnreadableFilmException e) {
            throw new IOException(film + " is not a film that can be read (" + e.code() + "): " + e.getMessage(), e);
        } finally {
            BenchCommand.delete(work);
        }
    }

    private void warn(Scan scan) {
        if (scan.combed()) {
            System.err.printf(
                    "%s is %s: of %d moving frames that were looked at, %.0f %% have rows of two moments%n",
                    film.getFileName(),
                    scan.kind() == Scan.Kind.TELECINED ? "telecined" : "interlaced",
                    scan.looked(),
                    100 * scan.interlacedShare());
        }
    }

    /// Unpacked once, beside what was built.
    private static Path natives() throws IOException {
        return Files.createDirectories(LocalSystem.home().resolve("local/target/natives"));
    }

    private FilmMeasures measure(FilmReader reader, Detector by, @Nullable ShotNetwork network) {
        MeasureOptions usual = MeasureOptions.DEFAULT;
        MeasureOptions options = new MeasureOptions(by.downscale(), usual.timeout(), usual.memoryMiB());
        return new FilmMeasuring(reader, by, options, network).measure(film);
    }

    private static void writeScores(FilmMeasures measures, Path file) throws IOException {
        StringBuilder text = new StringBuilder("frame,content_val\n");
        for (int frame = 0; frame < measures.frames(); frame++) {
            text.append(frame)
                    .append(',')
                    .append(measures.contentScore()[frame])
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private void print(ShotListing listing, PrintStream out) throws IOException {
        Format asked = format;
        if (asked == null) {
            listing.table(out);
        } else if (asked.json) {
            listing.json(out);
        } else if (asked.csv) {
            listing.csv(out);
        } else if (asked.edl) {
            listing.edl(out);
        } else {
            listing.pySceneDetect(out);
        }
    }

    private static void print(List<Boundary> boundaries, ShotTruth truth, PrintStream out) {
        Map<String, ShotScore> kinds = new TreeMap<>();
        kinds.put("cut", ShotScore.ofCuts(boundaries, truth));
        if (!truth.gradual().isEmpty()) {
            kinds.put("fade or dissolve", ShotScore.ofGradual(boundaries, truth));
        }
        if (!truth.flashes().isEmpty()) {
            kinds.put("flash", ShotScore.ofFlashes(boundaries, truth));
        }
        out.printf("%-18s %6s %7s %6s %10s %7s %6s%n", "kind", "found", "missed", "wrong", "precision", "recall", "F1");
        kinds.forEach((kind, score) -> out.printf(
                "%-18s %6d %7d %6d %10.3f %7.3f %6.3f%n",
                kind, score.found(), score.missed(), score.wrong(), score.precision(), score.recall(), score.f1()));
    }
}
