package org.magicanime.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.export.Freezing;
import org.magicanime.dataset.export.Freezing.Frozen;
import org.magicanime.dataset.export.FrozenVersions;
import org.magicanime.dataset.export.FrozenVersions.Listed;
import org.magicanime.dataset.export.VersionCheck;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresAccounting;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.PostgresStatistics;
import org.magicanime.dataset.storage.parquet.DuckDbTableWriter;
import org.magicanime.local.dataset.LedgerCatchUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Freezes versions of the data set, lists them, and looks whether they are still what they were.
@Command(
        name = "dataset",
        description = "Versions of the data set that do not change: freeze one, list them, verify one. Works while"
                + " nothing runs, and beside 'run' or 'serve'.",
        mixinStandardHelpOptions = true)
final class DatasetCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "say what: freeze, list or verify");
    }

    /// Tells a name that cannot be one before anything is started.
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            try {
                return VersionName.require(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Command(
            name = "freeze",
            description = {
                "Keeps the manifest of everything that was told so far, as JSON lines and as Parquet, and the",
                "statistics, as the version NAME. The same data set may be frozen under the same name again; another",
                "one is refused. A freeze that was killed is finished by the next."
            },
            mixinStandardHelpOptions = true)
    int freeze(
            @Parameters(
                            paramLabel = "NAME",
                            converter = Name.class,
                            description = "Up to 64 lower-case letters, digits, '.', '_' and '-'.")
                    String name,
            @Option(
                            names = "--unfinished",
                            description = "Also while films are in flight or frames not accounted for; the version says"
                                    + " so.")
                    boolean unfinished,
            @Mixin CommonOptions options)
            throws InterruptedException {
        try (Servers servers = Servers.withLedger(options);
                MinioArtifactStore store = servers.store()) {
            LedgerDatabase database = servers.ledger().open();
            new LedgerCatchUp(servers.kafka(), new PostgresLedger(database)).run();
            Frozen frozen = new Freezing(
                            database,
                            new PostgresAccounting(database, LocalSystem.lastStage(options.until)),
                            new PostgresManifest(database),
                            new PostgresStatistics(database),
                            new DuckDbTableWriter(),
                            versions(store))
                    .freeze(name, unfinished);
            System.out.println(
                    (frozen.created() ? "frozen: " : "was frozen before, the same: ") + line(frozen.version()));
        }
        return 0;
    }

    @Command(name = "list", description = "Lists all versions.", mixinStandardHelpOptions = true)
    int list(@Mixin CommonOptions options) throws InterruptedException {
        try (Servers servers = Servers.of(options);
                MinioArtifactStore store = servers.store()) {
            List<Listed> all = versions(store).list();
            all.forEach(each -> System.out.println(line(each)));
            System.out.println(all.size() + " versions");
        }
        return 0;
    }

    @Command(
            name = "verify",
            description = "Reads all files of a version and all artifacts that it refers to, holds them against their"
                    + " SHA-256, and says what is missing or altered. Exit code 1 if anything is.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "NAME", converter = Name.class, description = "One that 'list' lists.")
                    String name,
            @Mixin CommonOptions options)
            throws InterruptedException {
        try (Servers servers = Servers.of(options);
                MinioArtifactStore store = servers.store()) {
            VersionCheck.Result result = new VersionCheck(store, versions(store)).check(name);
            result.findings().forEach(System.out::println);
            System.out.printf(
                    "%d rows, %d files read, %d findings%n",
                    result.rows(), result.read(), result.findings().size());
            return result.findings().isEmpty() ? 0 : 1;
        }
    }

    private static FrozenVersions versions(MinioArtifactStore store) {
        return new FrozenVersions(store, LocalSystem.DATASETS);
    }

    private static String line(Listed listed) {
        FrozenVersion version = listed.version();
        return version == null
                ? listed.name() + ": damaged; 'dataset verify " + listed.name() + "' says how"
                : line(version);
    }

    private static String line(FrozenVersion version) {
        Map<String, Long> items = version.items();
        String each = items.entrySet().stream()
                .map(subset -> subset.getKey() + " " + subset.getValue())
                .collect(Collectors.joining(", "));
        return "%s: %d items%s of %d films%s"
                .formatted(
                        version.name(),
                        version.rows(),
                        each.isEmpty() ? "" : " (" + each + ")",
                        version.films().done(),
                        version.unfinished()
                                ? "; unfinished: %d films in flight, %d accounts open"
                                        .formatted(version.films().inFlight(), version.openAccounts())
                                : "");
    }
}
