package org.magicanime.dataset.web;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.dataset.domain.Accounting.Dropped;
import org.magicanime.dataset.domain.Accounting.StageFunnel;

/// One line of the retention funnel: what a stage kept, or dropped for one reason.
///
/// @param code empty for what was kept
/// @param share of the stage's frames (of its items, where it counts no frames), 0 to 100
/// @param threshold that had to be kept to; empty if there is none
/// @param measured from the smallest to the largest value; empty if nothing was measured
public record FunnelBar(
        String stage, String code, long items, long frames, double share, String threshold, String measured) {

    static List<FunnelBar> of(List<StageFunnel> stages) {
        List<FunnelBar> bars = new ArrayList<>();
        for (StageFunnel stage : stages) {
            long frames = stage.kept().frames()
                    + stage.dropped().stream().mapToLong(Dropped::frames).sum();
            long items = stage.kept().items()
                    + stage.dropped().stream().mapToLong(Dropped::items).sum();
            bars.add(new FunnelBar(
                    stage.stage(),
                    "",
                    stage.kept().items(),
                    stage.kept().frames(),
                    share(stage.kept().frames(), frames, stage.kept().items(), items),
                    "",
                    ""));
            for (Dropped dropped : stage.dropped()) {
                bars.add(new FunnelBar(
                        stage.stage(),
                        dropped.code(),
                        dropped.items(),
                        dropped.frames(),
                        share(dropped.frames(), frames, dropped.items(), items),
                        dropped.threshold() == null ? "" : ShownNumbers.value(dropped.threshold()),
                        range(dropped)));
            }
        }
        return bars;
    }

    private static double share(long frames, long allFrames, long items, long allItems) {
        return allFrames > 0 ? 100.0 * frames / allFrames : allItems > 0 ? 100.0 * items / allItems : 0;
    }

    private static String range(Dropped dropped) {
        Double least = dropped.leastMeasured();
        Double most = dropped.mostMeasured();
        if (least == null || most == null) {
            return "";
        }
        String from = ShownNumbers.value(least);
        String to = ShownNumbers.value(most);
        return from.equals(to) ? from : from + " to " + to;
    }

    /// For people.
    public String shownShare() {
        return ShownNumbers.percent(share);
    }

    /// Width of a bar of 200 units.
    public String width() {
        return ShownNumbers.value(2 * share);
    }

    public String shownItems() {
        return ShownNumbers.count(items);
    }

    public String shownFrames() {
        return frames == 0 ? "" : ShownNumbers.count(frames);
    }
}
