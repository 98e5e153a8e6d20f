package org.magicanime.local;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;
import org.magicanime.dataset.domain.benchmark.Selection;
import org.magicanime.dataset.domain.benchmark.Selection.Chosen;
import org.magicanime.dataset.export.BenchmarkFreezing;
import org.magicanime.dataset.export.BenchmarkProposing;
import org.magicanime.dataset.export.BenchmarkProposing.Proposal;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.local.dataset.LedgerCatchUp;
import org.magicanime.stage.CommandTelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Chooses the cases of a benchmark, and freezes it.
@Command(
        name = "benchmark",
        description = "Benchmarks that do not change, of the data set: propose one, freeze one. Works while nothing"
                + " runs, and beside 'run' or 'serve'.",
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "say what: propose or freeze");
    }

    /// What cases are chosen by.
    static final class Choice {
        @Option(names = "--faces", description = "Face cases. Default: ${DEFAULT-VALUE}")
        int faces = BenchmarkRules.DEFAULT.faces();

        @Option(names = "--motions", description = "Motion cases. Default: ${DEFAULT-VALUE}")
        int motions = BenchmarkRules.DEFAULT.motions();

        @Option(
                names = "--per-title",
                description = "Cases of each kind that one title may have. Default: ${DEFAULT-VALUE}")
        int perTitle = BenchmarkRules.DEFAULT.perTitle();

        @Option(names = "--seed", description = "Another one chooses other cases. Default: ${DEFAULT-VALUE}")
        long seed = BenchmarkRules.DEFAULT.seed();

        BenchmarkRules rules() {
            return new BenchmarkRules(faces, motions, perTitle, seed);
        }
    }

    @Command(
            name = "propose",
            description = "Says which cases would be chosen, and which strata have too few candidates.",
            mixinStandardHelpOptions = true)
    int propose(@Mixin Choice choice, @Mixin CommonOptions options) throws InterruptedException {
        try (Servers servers = Servers.withLedger(options);
                MinioArtifactStore store = servers.store()) {
            Proposal proposal = proposing(servers, store).propose(choice.rules());
            print(proposal.selection());
            System.out.printf(
                    "%d cases of %d candidates%n", proposal.selection().cases().size(), proposal.candidates());
        }
        return 0;
    }

    @Command(
            name = "freeze",
            description = {
                "Keeps what 'propose' chooses as the benchmark NAME: all inputs, the truth, and two archives.",
                "The same benchmark may be frozen under its name again; another one is refused."
            },
            mixinStandardHelpOptions = true)
    int freeze(
            @Parameters(
                            paramLabel = "NAME",
                            converter = DatasetCommand.Name.class,
                            description = "Up to 64 lower-case letters, digits, '.', '_' and '-'.")
                    String name,
            @Mixin Choice choice,
            @Mixin CommonOptions options)
            throws InterruptedException {
        try (Servers servers = Servers.withLedger(options);
                MinioArtifactStore store = servers.store();
                CommandTelling telling = new CommandTelling("launcher", servers.kafka())) {
            Proposal proposal = proposing(servers, store).propose(choice.rules());
            print(proposal.selection());
            BenchmarkFrozen frozen = new BenchmarkFreezing(store, LocalSystem.DATASETS).freeze(name, proposal);
            telling.accept(frozen);
            System.out.printf(
                    "frozen: %s: %d face cases, %d motion cases; bucket '%s': %s, %s, %s%n",
                    name,
                    frozen.faceCases(),
                    frozen.motionCases(),
                    frozen.benchmark().bucket(),
                    frozen.benchmark().key(),
                    frozen.inputs().key(),
                    frozen.withTruth().key());
        }
        return 0;
    }

    private static BenchmarkProposing proposing(Servers servers, MinioArtifactStore store) {
        LedgerDatabase database = servers.ledger().open();
        new LedgerCatchUp(servers.kafka(), new PostgresLedger(database)).run();
        return new BenchmarkProposing(new PostgresManifest(database), store, LocalSystem.ARTIFACTS);
    }

    private static void print(Selection selection) {
        for (Chosen chosen : selection.cases()) {
            Map<String, Double> measured = new TreeMap<>(chosen.candidate().measured());
            System.out.printf(
                    "%s %s %s %s %s %s%n",
                    chosen.candidate().kind(),
                    chosen.candidate().row().itemId(),
                    chosen.candidate().row().style(),
                    chosen.difficulty(),
                    chosen.candidate().row().subset(),
                    measured);
        }
        selection.said().forEach((word, items) -> System.out.printf("as people said, %s: %s%n", word, items));
        selection
                .shortfalls()
                .forEach((stratum, missing) ->
                        System.out.printf("too few candidates: %s lacks %d cases%n", stratum, missing));
    }
}
