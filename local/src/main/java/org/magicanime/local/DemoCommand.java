package org.magicanime.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.local.FilmFiles.FilmFile;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.StandardCartoon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows everything on a film of which all is known.
@Command(
        name = "demo",
        description =
                "Draws a film by code, takes it to clips and poses, and compares what came out with what was drawn.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onStandardOutput();
        Cartoon drawn = StandardCartoon.of(1);
        try (StateFolder state = StateFolder.take(options.state)) {
            Path file = state.folder("demo").resolve("drawn-film.mp4");
            progress.message("drawing a film of " + drawn.frames() + " frames: " + file);
            drawn.write(file);
            try (LocalSystem system = LocalSystem.start(state, options, progress::message)) {
                Shutdown.closeOnSignal(system);
                return run(system, progress, file, drawn);
            }
        }
    }

    private static int run(LocalSystem system, Progress progress, Path file, Cartoon drawn) throws Exception {
        try (Ledger ledger = new Ledger(system.kafka());
                var store = system.store()) {
            ObjectOrigin dropped = java.util.Objects.requireNonNull(new Dropping(Style.UNKNOWN, "Demo")
                    .drop(List.of(new FilmFile(file, List.of())), store)
                    .get(file));
            Fates fates = new Fates(ledger, system.lastStage());
            try (FilmWatch watch = new FilmWatch(system, ledger, fates, progress)) {
                watch.awaitAll(List.of(dropped));
            }
            VideoIngested film = fates.film(dropped);
            if (film == null) {
                ItemRejected rejected = fates.rejection(dropped);
                System.err.println("magicanime: the drawn film did not get through: "
                        + (rejected == null ? "dead letter" : rejected.code()));
                return 3;
            }
            List<String> faults = new DemoComparison(
                            drawn,
                            ledger,
                            film.videoId(),
                            new PoseErrors(drawn, ledger.posedOf(film.videoId()), store),
                            system.lastStage())
                    .print(System.out);
            CaptionListing.print(System.out, ledger.captionedOf(film.videoId()));
            faults.forEach(fault -> System.err.println("magicanime: " + fault));
            System.out.println(
                    faults.isEmpty() ? "what came out is what was drawn" : "what came out is not what was drawn");
            new Results(system, ledger).poseSheet(file.resolveSibling("poses.png"));
            System.out.println("poses: " + file.resolveSibling("poses.png"));
            new Results(system, ledger).faceSheet(file.resolveSibling("faces.png"));
            System.out.println("faces: " + file.resolveSibling("faces.png"));
            System.out.println("clips: " + system.clipsPlace());
            return faults.isEmpty() ? 0 : 1;
        }
    }
}
