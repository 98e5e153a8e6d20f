package org.magicanime.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresAccounting;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresStatistics;
import org.magicanime.local.Fates.Fate;
import org.magicanime.local.FilmFiles.FilmFile;
import org.magicanime.local.dataset.AccountsTable;
import org.magicanime.local.dataset.DataSetSize;
import org.magicanime.local.dataset.LedgerCatchUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes films to clips and poses, and ends.
@Command(
        name = "run",
        description = "Takes films to clips and poses and ends when all of them are done or rejected.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Films, or folders with films in them.")
    List<Path> films = List.of();

    @Option(names = "--style", description = "One of ${COMPLETION-CANDIDATES}. Default: unknown")
    Style style = Style.UNKNOWN;

    @Option(names = "--title", description = "The films' title. Default: each file's own name.")
    @Nullable
    String title;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Copy clips, poses, clips.jsonl, poses.jsonl and rejections.jsonl here.")
    @Nullable
    Path out;

    @Option(
            names = "--speech-16k",
            description = "With --out: kept speech also as speech16k.wav, 16 kHz, one channel, 16 bits.")
    boolean speech16k;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "contact-sheet.png",
            description =
                    "Draw the first frame of every clip into one picture, and all spans with their skeletons into another"
                            + " beside it (NAME-poses.png). Default: ${FALLBACK-VALUE}")
    @Nullable
    Path sheet;

    @Option(names = "--keep-open", description = "Do not end; more films may be dropped.")
    boolean keepOpen;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        List<FilmFile> files = FilmFiles.of(films, skipped -> System.err.println("skipped, not a film: " + skipped));
        Dropping dropping = new Dropping(style, title);
        // What cannot be dropped is told before anything is started.
        dropping.keys(files);
        Progress progress = Progress.onStandardOutput();
        try (StateFolder state = StateFolder.take(options.state);
                LocalSystem system = LocalSystem.start(state, options, progress::message)) {
            Shutdown.closeOnSignal(system);
            progress.message("S3 endpoint " + system.storeEndpoint() + ", bucket '" + LocalSystem.INGEST + "'; pages "
                    + system.http().resolve("/"));
            Map<Path, ObjectOrigin> dropped;
            try (var store = system.store()) {
                dropped = dropping.drop(files, store);
            }
            try (Ledger ledger = new Ledger(system.kafka())) {
                return run(system, progress, ledger, dropped);
            }
        }
    }

    private int run(LocalSystem system, Progress progress, Ledger ledger, Map<Path, ObjectOrigin> dropped)
            throws Exception {
        Fates fates = new Fates(ledger, system.lastStage());
        try (FilmWatch watch = new FilmWatch(system, ledger, fates, progress)) {
            watch.awaitAll(dropped.values());
            Report.print(System.out, ledger, fates, dropped, watch.seconds());
        }
        boolean closes = account(system);
        Results results = new Results(system, ledger);
        if (out != null) {
            results.export(out, speech16k);
        }
        if (sheet != null) {
            results.sheet(sheet);
            System.out.println("contact sheet: " + sheet);
            Path poses = beside(sheet, "-poses.png");
            if (results.poseSheet(poses) > 0) {
                System.out.println("poses: " + poses);
            }
            Path faces = beside(sheet, "-faces.png");
            if (results.faceSheet(faces) > 0) {
                System.out.println("faces: " + faces);
            }
        }
        System.out.println("clips: " + (out == null ? system.clipsPlace() : out.resolve("clips")));
        while (keepOpen) {
            ledger.readOn();
        }
        boolean dead = dropped.values().stream().anyMatch(origin -> fates.of(origin) == Fate.DEAD);
        return dead ? 3 : closes ? 0 : 1;
    }

    /// @return whether everything is accounted for
    private static boolean account(LocalSystem system) {
        LedgerDatabase database = system.ledger().open();
        new LedgerCatchUp(system.kafka(), new PostgresLedger(database)).run();
        Accounting accounts = new PostgresAccounting(database, system.lastStage()).read();
        AccountsTable.print(System.out, accounts);
        System.out.println("data set:");
        DataSetSize.print(System.out, new PostgresStatistics(database).read());
        return accounts.closes();
    }

    private static Path beside(Path sheet, String end) {
        String name = sheet.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return sheet.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + end);
    }
}
