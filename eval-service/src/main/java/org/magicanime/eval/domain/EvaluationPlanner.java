package org.magicanime.eval.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.RejectedException;
import org.magicanime.contracts.Telling;
import org.magicanime.eval.domain.EvaluationArchive.Kept;

/// Divides an evaluation into its cases.
public final class EvaluationPlanner {
    private final EvaluationArchive archive;
    private final EvaluationParameters parameters;

    public EvaluationPlanner(EvaluationArchive archive, EvaluationParameters parameters) {
        this.archive = archive;
        this.parameters = parameters;
    }

    /// Tells every case; told again, it tells the same.
    ///
    /// @throws RejectedException if there is no such benchmark, profile or case
    public void plan(EvalRequested request, Telling tell) {
        Kept<Benchmark> benchmark = archive.benchmark(request.benchmark())
                .orElseThrow(() ->
                        rejected(request, "no-such-benchmark", "there is no benchmark '" + request.benchmark() + "'"));
        Profile profile = profile(request);
        List<BenchmarkCase> cases = benchmark.content().of(request.task());
        if (cases.isEmpty()) {
            throw rejected(request, "no-cases", "the benchmark has no case for the task " + request.task());
        }
        Map<String, ObjectOrigin> submissions = new TreeMap<>(archive.submissions(request.method(), request.run()));
        TreeSet<String> ids =
                new TreeSet<>(cases.stream().map(BenchmarkCase::caseId).toList());
        submissions.keySet().retainAll(ids);
        Kept<EvaluationPlan> plan = archive.keepPlan(new EvaluationPlan(
                request, parameters.of(profile, request.task(), benchmark.ref()), benchmark.ref(), ids, submissions));
        tell.all(cases.stream()
                .map(each -> new EvalCaseRequested(
                        request.evalId(),
                        plan.content().paramsHash(),
                        request.task(),
                        request.profile(),
                        each,
                        plan.content().submissions().get(each.caseId()),
                        plan.ref()))
                .toList());
    }

    private static Profile profile(EvalRequested request) {
        try {
            return Profile.named(request.profile());
        } catch (IllegalArgumentException e) {
            throw rejected(request, "no-such-profile", String.valueOf(e.getMessage()));
        }
    }

    private static RejectedException rejected(EvalRequested request, String code, String reason) {
        return new RejectedException(new ItemRejected(
                request.evalId(), "eval", code, reason, null, null, null, null, null, null, null, null, Map.of()));
    }
}
