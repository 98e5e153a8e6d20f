package org.magicanime.dataset.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.domain.LedgerMoment;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.TableWriter;
import org.magicanime.stage.EventJson;

/// Freezes what the ledger has as a version of the data set.
public final class Freezing {
    private final LedgerMoment ledger;
    private final AccountingReader accounting;
    private final ManifestReader manifest;
    private final StatisticsReader statistics;
    private final TableWriter tables;
    private final FrozenVersions versions;

    /// @param ledger that the readers read
    public Freezing(
            LedgerMoment ledger,
            AccountingReader accounting,
            ManifestReader manifest,
            StatisticsReader statistics,
            TableWriter tables,
            FrozenVersions versions) {
        this.ledger = ledger;
        this.accounting = accounting;
        this.manifest = manifest;
        this.statistics = statistics;
        this.tables = tables;
        this.versions = versions;
    }

    /// @param created whether there was none before; otherwise the same data set had been frozen under the name
    public record Frozen(FrozenVersion version, boolean created) {}

    /// Freezes all of it, or nothing; what somebody else began and did not end, this ends.
    ///
    /// @param unfinished whether it may be done while films are in flight or frames not accounted for
    /// @throws IllegalArgumentException if no version can be called so
    /// @throws UnfinishedException if it may not
    /// @throws VersionTakenException if another data set has the name
    /// @throws DamagedVersionException if the version is there and damaged
    public Frozen freeze(String name, boolean unfinished) {
        VersionName.require(name);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path lines = scratch.file("manifest.jsonl");
            Path table = scratch.file("manifest.parquet");
            Path numbers = scratch.file("statistics.json");
            Map<String, Long> items = new TreeMap<>();
            Accounting accounts = ledger.atOneMoment(() -> read(unfinished, lines, numbers, items));
            tables.write(lines, table);
            FrozenVersion made = new FrozenVersion(
                    name,
                    isUnfinished(accounts),
                    accounts.films(),
                    accounts.open().size(),
                    accounts.contradictions().size(),
                    items,
                    place(name, "manifest", "jsonl", lines, ManifestFormat.JSONL.mediaType()),
                    place(name, "manifest", "parquet", table, ManifestFormat.PARQUET.mediaType()),
                    place(name, "statistics", "json", numbers, "application/json"));
            return keep(made, Map.of(made.lines(), lines, made.table(), table, made.statistics(), numbers));
        }
    }

    private Accounting read(boolean unfinished, Path lines, Path numbers, Map<String, Long> items) {
        Accounting accounts = accounting.read();
        if (isUnfinished(accounts) && !unfinished) {
            throw new UnfinishedException(accounts);
        }
        try {
            ManifestExport.lines(
                    consumer -> manifest.read(row -> {
                        items.merge(row.subset(), 1L, Long::sum);
                        consumer.accept(row);
                    }),
                    lines);
            Files.write(numbers, EventJson.write(statistics.read()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accounts;
    }

    private static boolean isUnfinished(Accounting accounts) {
        return !accounts.closes() || accounts.films().inFlight() > 0;
    }

    private ArtifactRef place(String name, String kind, String ending, Path file, String mediaType) {
        try {
            return versions.place(name, kind, ending, file, Files.size(file), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frozen keep(FrozenVersion made, Map<ArtifactRef, Path> files) {
        FrozenVersion standing = versions.find(made.name()).orElse(made);
        requireSame(standing, made);
        // Also of a version that is there: what was lost of it comes back.
        versions.put(standing, files);
        boolean created = versions.declare(standing);
        if (!created) {
            standing = versions.find(made.name())
                    .orElseThrow(() -> new StoreBusyException("a version that was there is gone", null));
        }
        versions.removeOthers(standing);
        requireSame(standing, made);
        return new Frozen(standing, created);
    }

    /// A table with other bytes does not count: another version of its library may write the same rows otherwise.
    private static void requireSame(FrozenVersion there, FrozenVersion made) {
        List<String> differences = new ArrayList<>();
        Map<String, Long> items = new TreeMap<>(there.items());
        made.items().keySet().forEach(subset -> items.putIfAbsent(subset, 0L));
        items.forEach((subset, count) -> {
            long now = made.items().getOrDefault(subset, 0L);
            if (count != now) {
                differences.add(subset + " has " + count + " items there and " + now + " now");
            }
        });
        if (differences.isEmpty() && !there.lines().sha256().equals(made.lines().sha256())) {
            differences.add("as many items, but with other content, parameters or files (SHA-256 of the manifest "
                    + there.lines().sha256() + " there and " + made.lines().sha256() + " now)");
        }
        if (!there.statistics().sha256().equals(made.statistics().sha256())) {
            differences.add("the statistics differ");
        }
        if (!differences.isEmpty()) {
            throw new VersionTakenException(made.name(), String.join(", ", differences));
        }
    }
}
