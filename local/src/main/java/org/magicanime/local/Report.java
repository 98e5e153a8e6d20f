package org.magicanime.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.Stages;
import org.magicanime.local.Fates.Fate;

/// The table at the end of a run: film, frames, clips, spans with poses, face clips with their frames,
/// frames with clean speech, and the frames that each stage left out by reason.
final class Report {
    private Report() {}

    static void print(PrintStream out, Ledger ledger, Fates fates, Map<Path, ObjectOrigin> dropped, double seconds) {
        out.printf(
                "%-32s %-17s %7s %7s %6s %6s %7s %6s %7s %6s  %s%n",
                "film", "video", "frames", "kept", "clips", "spans", "posed", "faces", "faced", "speech", "left out");
        dropped.forEach((file, origin) -> {
            VideoIngested film = fates.film(origin);
            String name = file.getFileName().toString();
            String shown = name.length() > 32 ? name.substring(0, 31) + "…" : name;
            Fate fate = fates.of(origin);
            if (film == null || fate != Fate.DONE) {
                ItemRejected rejected = fates.rejection(origin);
                String why = rejected == null
                        ? fate.toString().toLowerCase(java.util.Locale.ROOT)
                        : "rejected: " + rejected.code() + " (" + rejected.reason() + ")";
                out.printf(
                        "%-32s %-17s %7s %7s %6s %6s %7s %6s %7s %6s  %s%n",
                        shown, film == null ? "" : film.videoId(), "", "", "", "", "", "", "", "", why);
                return;
            }
            String id = film.videoId();
            ledger.segmented().stream()
                    .filter(each -> each.videoId().equals(id))
                    .forEach(each -> out.printf(
                            "%-32s %-17s %7d %7d %6d %6s %7s %6s %7s %6s  %s%n",
                            shown,
                            id,
                            each.frames(),
                            each.framesKept(),
                            each.clips(),
                            fates.withPoses() ? Long.toString(spans(ledger, id)) : "",
                            fates.withPoses() ? Long.toString(posed(ledger, id)) : "",
                            fates.withFaces() ? Long.toString(faces(ledger, id)) : "",
                            fates.withFaces() ? Long.toString(faced(ledger, id)) : "",
                            fates.withSpeech() ? Long.toString(spoken(ledger, id)) : "",
                            reasons(ledger, id)));
        });
        out.printf("%d films in %.1f s%n", dropped.size(), seconds);
    }

    private static long spans(Ledger ledger, String videoId) {
        return ledger.posedOf(videoId).stream()
                .mapToLong(clip -> clip.spans().size())
                .sum();
    }

    private static long posed(Ledger ledger, String videoId) {
        return ledger.posedOf(videoId).stream().mapToLong(ClipPosed::framesKept).sum();
    }

    private static long faces(Ledger ledger, String videoId) {
        return ledger.croppedOf(videoId).stream()
                .mapToLong(clip -> clip.faces().size())
                .sum();
    }

    private static long faced(Ledger ledger, String videoId) {
        return ledger.croppedOf(videoId).stream()
                .mapToLong(FacesCropped::framesKept)
                .sum();
    }

    private static long spoken(Ledger ledger, String videoId) {
        return ledger.extractedOf(videoId).stream()
                .mapToLong(SpeechExtracted::framesKept)
                .sum();
    }

    /// Stage by stage, since a frame that one of them kept may be left out by the next.
    private static String reasons(Ledger ledger, String videoId) {
        Map<String, Map<String, Long>> frames = ledger.rejectionsOf(videoId).stream()
                .filter(ItemRejected::concernsPart)
                .collect(Collectors.groupingBy(
                        ItemRejected::stage,
                        () -> new TreeMap<>(Stages.IN_ORDER),
                        Collectors.groupingBy(
                                ItemRejected::code, TreeMap::new, Collectors.summingLong(ItemRejected::frames))));
        return frames.entrySet().stream()
                .map(stage -> stage.getKey() + ": "
                        + stage.getValue().entrySet().stream()
                                .map(code -> code.getKey() + " " + code.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
