package org.magicanime.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.local.FilmFiles.FilmFile;
import org.magicanime.testkit.DrawnFilm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows everything on a film of which all is known.
@Command(
        name = "demo",
        description = "Draws a film by code, takes it to clips, and compares what came out with what was drawn.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /// A fade is as dark or as bright as its neighbour at its ends: there it may be told from it one frame off, and
    /// three where a few steps of brightness are below what can be seen.
    private static final int FADE_EDGE = 3;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onStandardOutput();
        DrawnFilm drawn = DrawnFilm.standard(1);
        try (StateFolder state = StateFolder.take(options.state)) {
            Path file = state.folder("demo").resolve("drawn-film.mp4");
            progress.message("drawing a film of " + drawn.frames() + " frames: " + file);
            drawn.write(file);
            try (LocalSystem system = LocalSystem.start(state, options, true, progress::message)) {
                Shutdown.closeOnSignal(system);
                return run(system, progress, file, drawn);
            }
        }
    }

    private static int run(LocalSystem system, Progress progress, Path file, DrawnFilm drawn) throws Exception {
        try (Ledger ledger = new Ledger(system.kafka());
                var store = system.store()) {
            ObjectOrigin dropped = java.util.Objects.requireNonNull(new Dropping(Style.UNKNOWN, "Demo")
                    .drop(List.of(new FilmFile(file, List.of())), store)
                    .get(file));
            Fates fates = new Fates(ledger, system.findsPoses());
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
            boolean same = compare(drawn, ledger, film.videoId());
            System.out.println("clips: " + system.clipsPlace());
            return same ? 0 : 1;
        }
    }

    /// Prints truth against result.
    private static boolean compare(DrawnFilm drawn, Ledger ledger, String videoId) {
        Collection<ClipCut> clips = ledger.clipsOf(videoId);
        System.out.printf("%-10s %12s   %s%n", "drawn", "frames", "came out as");
        for (DrawnFilm.Part part : drawn.truth()) {
            System.out.printf(
                    "%-10s %5d–%-6d   %s%n",
                    part.kind().toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    part.span().first(),
                    part.span().end(),
                    cameOutAs(part.span(), clips, ledger.rejectionsOf(videoId)));
        }
        List<String> faults = new ArrayList<>();
        for (long cut : drawn.cuts()) {
            if (clips.stream()
                    .anyMatch(clip ->
                            clip.span().first() < cut && cut < clip.span().end())) {
                faults.add("the cut at frame " + cut + " lies inside a clip");
            }
        }
        for (FrameSpan scene : drawn.scenes()) {
            if (clips.stream().noneMatch(clip -> overlap(clip.span(), scene) > 0)) {
                faults.add("the scene at frame " + scene.first() + " has no clip");
            }
        }
        long outside = clips.stream()
                .mapToLong(clip -> clip.span().frames()
                        - drawn.scenes().stream()
                                .mapToLong(scene -> overlap(clip.span(), scene))
                                .sum())
                .sum();
        if (outside > 2L * FADE_EDGE) {
            faults.add(outside + " frames of clips are black, faded or still");
        }
        long left = ledger.rejectionsOf(videoId).stream()
                .mapToLong(ItemRejected::frames)
                .sum();
        long kept = clips.stream().mapToLong(clip -> clip.span().frames()).sum();
        if (kept + left != drawn.frames()) {
            faults.add("the account does not close: " + kept + " + " + left + " of " + drawn.frames() + " frames");
        }
        System.out.printf(
                "%d hard cuts drawn, %d frames = %d in %d clips + %d left out%n",
                drawn.cuts().size(), drawn.frames(), kept, clips.size(), left);
        faults.forEach(fault -> System.err.println("magicanime: " + fault));
        System.out.println(
                faults.isEmpty() ? "what came out is what was drawn" : "what came out is not what was drawn");
        return faults.isEmpty();
    }

    private static String cameOutAs(FrameSpan part, Collection<ClipCut> clips, List<ItemRejected> rejections) {
        List<String> all = new ArrayList<>();
        for (ClipCut clip : clips) {
            if (overlap(clip.span(), part) > FADE_EDGE) {
                all.add("clip %d–%d".formatted(clip.span().first(), clip.span().end()));
            }
        }
        for (ItemRejected rejected : rejections) {
            FrameSpan span = rejected.span();
            if (span != null && overlap(span, part) > FADE_EDGE) {
                all.add("%s %d–%d".formatted(rejected.code(), span.first(), span.end()));
            }
        }
        return String.join(", ", all);
    }

    private static long overlap(FrameSpan a, FrameSpan b) {
        return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.first(), b.first()));
    }
}
