package org.magicanime.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stays open as an S3 endpoint.
@Command(
        name = "serve",
        description = "Stays open as an S3 endpoint into which any S3 client can drop films, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(
                System.out, System.console() != null && System.console().isTerminal());
        try (StateFolder state = StateFolder.take(options.state);
                LocalSystem system = LocalSystem.start(state, options, true, progress::message);
                Ledger ledger = new Ledger(system.kafka())) {
            Shutdown.closeOnSignal(system);
            progress.message("S3 endpoint " + system.storeEndpoint() + ", bucket '" + LocalSystem.INGEST
                    + "'; credentials in " + options.state.resolve("credentials.properties"));
            progress.message("drop films as STYLE/TITLE/FILE; Ctrl-C stops");
            while (true) {
                ledger.readOn();
                progress.show("%d films, %d segmented, %d clips, %d rejections, %d dead letters"
                        .formatted(
                                ledger.films().size(),
                                ledger.segmented().size(),
                                ledger.clips().size(),
                                ledger.rejections().size(),
                                ledger.deadLetters().size()));
            }
        }
    }
}
