package org.magicanime.eval;

import java.util.Optional;
import org.magicanime.eval.domain.CaseScorer;
import org.magicanime.eval.domain.EvaluationPlanner;
import org.magicanime.eval.model.OnnxLpips;

/// What evaluations are planned and scored by: both with LPIPS, or both without it.
///
/// @param lpips closed with this
public record Evaluators(EvaluationPlanner planner, CaseScorer scorer, Optional<OnnxLpips> lpips)
        implements AutoCloseable {
    @Override
    public void close() {
        lpips.ifPresent(OnnxLpips::close);
    }
}
