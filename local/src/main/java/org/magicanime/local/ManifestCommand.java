package org.magicanime.local;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.export.ManifestFile;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.local.dataset.LedgerCatchUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the manifest of everything that was told so far.
@Command(
        name = "manifest",
        description = {
            "Writes the data set's manifest as JSON lines: one row for each item of each subset, with its labels, size,",
            "artifacts with SHA-256 and parameters. The same films and parameters give the same bytes. Works while",
            "nothing runs, and beside 'run' or 'serve'."
        },
        mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
    private static final String FILE = "manifest.jsonl";

    @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/manifest.jsonl. Default: standard output.")
    @Nullable
    Path out;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        try (Servers servers = Servers.withLedger(options)) {
            LedgerDatabase database = servers.ledger().open();
            new LedgerCatchUp(servers.kafka(), new PostgresLedger(database)).run();
            PostgresManifest manifest = new PostgresManifest(database);
            if (out == null) {
                ManifestFile.write(manifest, new BufferedOutputStream(System.out));
            } else {
                write(manifest, Files.createDirectories(out));
            }
        }
        return 0;
    }

    /// A manifest that is there is complete.
    private static void write(PostgresManifest manifest, Path folder) throws Exception {
        Path next = folder.resolve(FILE + ".next");
        long rows;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(next))) {
            rows = ManifestFile.write(manifest, file);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        System.out.printf("%d rows: %s%n", rows, folder.resolve(FILE));
    }
}
