package org.magicanime.local;

import java.util.Map;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.local.Fates.Fate;

/// Says in one line how far the films are.
final class ProgressLine {
    private ProgressLine() {}

    static String of(Map<Fate, Integer> counts, Ledger ledger, long beganNanos) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int ended = all - counts.getOrDefault(Fate.WAITING, 0) - counts.getOrDefault(Fate.IN_WORK, 0);
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        long spans =
                ledger.rejections().stream().filter(ItemRejected::concernsPart).count();
        String left = ended == 0 ? "?" : "%.0f s".formatted(seconds / ended * (all - ended));
        return "ingest: %d of %d films | segment: %d in work, %d done, %d clips, %d spans left out | rejected %d, dead %d | %.0f s, left %s"
                .formatted(
                        all - counts.getOrDefault(Fate.WAITING, 0),
                        all,
                        counts.getOrDefault(Fate.IN_WORK, 0),
                        counts.getOrDefault(Fate.DONE, 0),
                        ledger.clips().size(),
                        spans,
                        counts.getOrDefault(Fate.REJECTED, 0),
                        counts.getOrDefault(Fate.DEAD, 0),
                        seconds,
                        left);
    }
}
