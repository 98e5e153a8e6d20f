package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Accounting.Amount;
import org.magicanime.dataset.domain.Accounting.Dropped;
import org.magicanime.dataset.domain.Accounting.StageFunnel;

/// Adds up what stages kept and dropped.
public final class Funnels {
    private Funnels() {}

    /// @return one for each stage that has cells, in order of the stages
    public static List<StageFunnel> of(Collection<FunnelCell> cells) {
        Map<String, List<FunnelCell>> stages = new TreeMap<>(Stages.IN_ORDER);
        cells.forEach(cell ->
                stages.computeIfAbsent(cell.stage(), stage -> new ArrayList<>()).add(cell));
        return stages.entrySet().stream()
                .map(stage -> funnel(stage.getKey(), stage.getValue()))
                .toList();
    }

    private static StageFunnel funnel(String stage, List<FunnelCell> cells) {
        Amount kept = new Amount(0, 0);
        Map<String, Dropped> dropped = new TreeMap<>();
        for (FunnelCell cell : cells) {
            String code = cell.code();
            if (code == null) {
                kept = kept.plus(new Amount(cell.items(), cell.frames()));
            } else {
                dropped.merge(code + "/" + cell.threshold(), dropped(code, cell), Funnels::sum);
            }
        }
        return new StageFunnel(stage, kept, List.copyOf(dropped.values()));
    }

    private static Dropped dropped(String code, FunnelCell cell) {
        return new Dropped(
                code, cell.threshold(), cell.items(), cell.frames(), cell.leastMeasured(), cell.mostMeasured());
    }

    private static Dropped sum(Dropped a, Dropped b) {
        return new Dropped(
                a.code(),
                a.threshold(),
                a.items() + b.items(),
                a.frames() + b.frames(),
                either(a.leastMeasured(), b.leastMeasured(), Math::min),
                either(a.mostMeasured(), b.mostMeasured(), Math::max));
    }

    private static @Nullable Double either(@Nullable Double a, @Nullable Double b, BinaryOperator<Double> both) {
        return a == null ? b : b == null ? a : both.apply(a, b);
    }
}
