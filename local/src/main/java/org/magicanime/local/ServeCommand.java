package org.magicanime.local;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.stage.DeadLetter;
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
        Progress progress = Progress.onStandardOutput();
        try (StateFolder state = StateFolder.take(options.state);
                LocalSystem system = LocalSystem.start(state, options, progress::message);
                Ledger ledger = new Ledger(system.kafka());
                Lags lags = new Lags(system.kafka())) {
            Shutdown.closeOnSignal(system);
            progress.message("S3 endpoint " + system.storeEndpoint() + ", bucket '" + LocalSystem.INGEST
                    + "'; credentials in " + options.state.resolve("credentials.properties"));
            progress.message("drop films as STYLE/TITLE/FILE; clips: " + system.clipsPlace() + "; Ctrl-C stops");
            progress.message("pages: " + system.http().resolve("/") + "; API: "
                    + system.http().resolve("/q/openapi"));
            ledger.readAll();
            Set<String> told = new HashSet<>();
            ends(ledger).keySet().forEach(told::add);
            while (true) {
                ledger.readOn();
                ends(ledger).forEach((item, end) -> {
                    if (told.add(item)) {
                        progress.message(end);
                    }
                });
                progress.show(
                        "%d films, %d segmented, %d clips, %d rejected, %d dead letters | lag: ingest %d, segment %d"
                                .formatted(
                                        ledger.films().size(),
                                        ledger.segmented().size(),
                                        ledger.clips().size(),
                                        ledger.rejectedWholes().size(),
                                        ledger.deadLetters().size(),
                                        lags.now().getOrDefault("ingest", 0L),
                                        lags.now().getOrDefault("segment", 0L)));
            }
        }
    }

    /// What ended so far, by item, with a line for people.
    private static Map<String, String> ends(Ledger ledger) {
        Map<String, String> ends = new LinkedHashMap<>();
        ledger.segmented()
                .forEach(film -> ends.put(
                        "done/" + film.videoId(),
                        "done %s: %d clips, %d of %d frames kept"
                                .formatted(film.videoId(), film.clips(), film.framesKept(), film.frames())));
        ledger.rejectedWholes()
                .forEach(item -> ends.put(
                        "rejected/" + item.itemId(),
                        "rejected %s: %s (%s)".formatted(name(item), item.code(), item.reason())));
        ledger.deadLetters()
                .forEach(letter -> ends.put(
                        "dead/" + letter.topic() + "@" + letter.offset(),
                        "dead letter %s: %s".formatted(DeadLetter.shown(letter.key()), letter.reason())));
        return ends;
    }

    private static String name(ItemRejected item) {
        ObjectOrigin origin = item.origin();
        return origin == null ? item.itemId() : DeadLetter.shown(origin.key());
    }
}
