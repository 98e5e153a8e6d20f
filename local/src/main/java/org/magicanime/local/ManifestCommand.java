package org.magicanime.local;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.export.ManifestExport;
import org.magicanime.dataset.export.ManifestFormat;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.parquet.DuckDbTableWriter;
import org.magicanime.local.dataset.LedgerCatchUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the manifest of everything that was told so far.
@Command(
        name = "manifest",
        description = {
            "Writes the data set's manifest: one row for each item of each subset, with its labels, size, artifacts with",
            "SHA-256 and parameters. The same films and parameters give the same bytes. Works while nothing runs, and",
            "beside 'run' or 'serve'."
        },
        mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write DIR/manifest.jsonl or .parquet. Default: standard output.")
    @Nullable
    Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "JSON lines, or a table with typed columns: ${COMPLETION-CANDIDATES}. "
                    + "Default: ${DEFAULT-VALUE}")
    ManifestFormat format = ManifestFormat.JSONL;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        try (Servers servers = Servers.withLedger(options)) {
            LedgerDatabase database = servers.ledger().open();
            new LedgerCatchUp(servers.kafka(), new PostgresLedger(database)).run();
            ManifestExport manifest = new ManifestExport(new PostgresManifest(database), new DuckDbTableWriter());
            if (out == null) {
                manifest.write(format, new BufferedOutputStream(System.out));
            } else {
                write(manifest, Files.createDirectories(out));
            }
        }
        return 0;
    }

    /// A manifest that is there is complete.
    private void write(ManifestExport manifest, Path folder) throws Exception {
        Path file = folder.resolve(format.fileName());
        Path next = folder.resolve(format.fileName() + ".next");
        long rows;
        try (OutputStream written = new BufferedOutputStream(Files.newOutputStream(next))) {
            rows = manifest.write(format, written);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        System.out.printf("%d rows: %s%n", rows, file);
    }
}
