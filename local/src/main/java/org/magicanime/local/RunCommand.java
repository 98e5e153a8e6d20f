package org.magicanime.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.local.Fates.Fate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes films to clips and ends.
@Command(
        name = "run",
        description = "Takes films to clips and ends when all of them are done or rejected.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Films, or folders with films in them.")
    List<Path> films = List.of();

    @Option(names = "--style", description = "american, china, japan or unknown (the default).")
    String style = "unknown";

    @Option(names = "--title", description = "The films' title. Default: each file's own name.")
    @Nullable
    String title;

    @Option(names = "--out", paramLabel = "DIR", description = "Copy clips, clips.jsonl and rejections.jsonl here.")
    @Nullable
    Path out;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "contact-sheet.png",
            description = "Draw the first frame of every clip into one picture. Default: ${FALLBACK-VALUE}")
    @Nullable
    Path sheet;

    @Option(names = "--keep-open", description = "Do not end; more films may be dropped.")
    boolean keepOpen;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        List<Path> files = FilmFiles.of(films, skipped -> System.err.println("skipped, not a film: " + skipped));
        Progress progress = new Progress(
                System.out, System.console() != null && System.console().isTerminal());
        try (StateFolder state = StateFolder.take(options.state);
                LocalSystem system = LocalSystem.start(state, options, true, progress::message)) {
            Shutdown.closeOnSignal(system);
            return new RunSession(system, progress, this).run(files);
        }
    }

    /// One run against a system that is up.
    static final class RunSession {
        private final LocalSystem system;
        private final Progress progress;
        private final RunCommand command;
        private final long began = System.nanoTime();

        RunSession(LocalSystem system, Progress progress, RunCommand command) {
            this.system = system;
            this.progress = progress;
            this.command = command;
        }

        int run(List<Path> files) throws Exception {
            progress.message("S3 endpoint " + system.storeEndpoint() + ", bucket '" + LocalSystem.INGEST + "'");
            Map<Path, ObjectOrigin> dropped;
            try (var store = system.store()) {
                dropped = new Dropping(store, command.style, command.title).drop(files);
            }
            try (Ledger ledger = new Ledger(system.kafka())) {
                Fates fates = new Fates(ledger);
                awaitAll(ledger, fates, dropped);
                progress.end();
                Report.print(System.out, ledger, fates, dropped, (System.nanoTime() - began) / 1e9);
                Results results = new Results(system, ledger);
                Path place = command.out == null ? command.options.state.resolve("store/artifacts/clips") : command.out;
                if (command.out != null) {
                    results.export(command.out);
                }
                if (command.sheet != null) {
                    results.sheet(command.sheet);
                    System.out.println("contact sheet: " + command.sheet);
                }
                System.out.println("clips: " + place);
                while (command.keepOpen) {
                    ledger.readOn();
                }
                boolean dead = dropped.values().stream().anyMatch(origin -> fates.of(origin) == Fate.DEAD);
                return dead ? 3 : 0;
            }
        }

        private void awaitAll(Ledger ledger, Fates fates, Map<Path, ObjectOrigin> dropped) {
            while (true) {
                ledger.readOn();
                Map<Fate, Integer> counts = fates.count(dropped.values());
                progress.show(ProgressLine.of(counts, ledger, began));
                if (!counts.containsKey(Fate.WAITING) && !counts.containsKey(Fate.IN_WORK)) {
                    return;
                }
            }
        }
    }
}
