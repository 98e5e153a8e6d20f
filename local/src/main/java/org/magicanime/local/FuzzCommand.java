package org.magicanime.local;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Drops damaged films into a system that is up; see `faults/fuzz`.
@Command(
        name = "fuzz",
        hidden = true,
        description = "Drops damaged films and says what becomes of them and of good films in their middle.",
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "N", description = "How many damaged films.")
    int count = 1000;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SEED", description = "Default: a random one, printed.")
    long seed = new Random().nextInt(1_000_000);

    @Option(
            names = "--waiting",
            paramLabel = "K",
            description = "As many damaged films are on their way at once; the next is dropped when one has an outcome."
                    + " Default: ${DEFAULT-VALUE}")
    int waiting = 8;

    @Option(names = "--good", description = "Good films in their middle. Default: ${DEFAULT-VALUE}")
    int good = 3;

    @Option(
            names = "--longest-delay",
            paramLabel = "SECONDS",
            description = "What a good film may take longer than alone. Default: ${DEFAULT-VALUE}")
    double longestDelay = 30;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        if (count < 1 || waiting < 1 || good < 1) {
            throw new IllegalArgumentException("N, --waiting and --good must be positive");
        }
        System.out.println("seed " + seed);
        Progress progress = Progress.onStandardOutput();
        try (StateFolder state = StateFolder.take(options.state);
                LocalSystem system = LocalSystem.start(state, options, progress::message)) {
            Shutdown.closeOnSignal(system);
            Path scratch = state.folder("fuzz");
            boolean held;
            try (Ledger ledger = new Ledger(system.kafka());
                    var store = system.store()) {
                held = new FuzzSession(system, store, ledger, scratch, progress, this).run();
            }
            return held ? 0 : 1;
        }
    }
}
