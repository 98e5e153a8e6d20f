package org.magicanime.eval.domain.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.eval.domain.CaseScores;
import org.magicanime.eval.domain.EvaluationParameters;
import org.magicanime.eval.domain.EvaluationPlan;
import org.magicanime.eval.domain.Failure;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.Profile;
import org.magicanime.eval.domain.Suspicion;

/// All about one evaluation: `report.json`. It follows from its plan and the scores of its cases alone.
///
/// @param request what was asked
/// @param paramsHash of `parameters`
/// @param parameters all that decides the numbers: conventions, the benchmark's SHA-256, models, code
/// @param all all cases
/// @param byStyle by the style of the cases
/// @param byDifficulty by the difficulty of the cases
/// @param failures cases by the reason why their videos do not count
/// @param suspicions cases by the mistake that their videos look like
/// @param cases what does not count first, then by SSIM, the worst first
public record EvaluationReport(
        EvalRequested request,
        String paramsHash,
        Map<String, String> parameters,
        Group all,
        Map<String, Group> byStyle,
        Map<String, Group> byDifficulty,
        Map<String, Long> failures,
        Map<String, Long> suspicions,
        List<CaseLine> cases) {
    public EvaluationReport {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        byStyle = Collections.unmodifiableMap(new TreeMap<>(byStyle));
        byDifficulty = Collections.unmodifiableMap(new TreeMap<>(byDifficulty));
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        suspicions = Collections.unmodifiableMap(new TreeMap<>(suspicions));
        cases = List.copyOf(cases);
    }

    /// One case.
    ///
    /// @param frames that were compared
    /// @param frameMeans metrics by name
    /// @param worstFrame number of the frame with the least SSIM; absent if the video does not count
    /// @param videoSha256 of the method's video; absent if there is none
    public record CaseLine(
            String caseId,
            String style,
            String difficulty,
            @Nullable Failure failure,
            int frames,
            Map<String, Double> frameMeans,
            @Nullable Integer worstFrame,
            List<Suspicion> suspicions,
            @Nullable String videoSha256) {
        public CaseLine {
            frameMeans = Collections.unmodifiableMap(new TreeMap<>(frameMeans));
            suspicions = List.copyOf(suspicions);
        }

        static CaseLine of(CaseScores scores) {
            List<Double> similar = scores.perFrame().getOrDefault(Metric.SSIM.toString(), List.of());
            return new CaseLine(
                    scores.caseId(),
                    scores.style().toString(),
                    scores.difficulty().toString(),
                    scores.failure(),
                    scores.frames(),
                    scores.frameMeans(),
                    similar.isEmpty() ? null : similar.indexOf(Collections.min(similar)),
                    scores.suspicions(),
                    scores.videoSha256());
        }

        double similarity() {
            return failure != null ? -2 : frameMeans.getOrDefault(Metric.SSIM.toString(), -1.0);
        }
    }

    /// @param scores of all cases of the plan
    public static EvaluationReport of(EvaluationPlan plan, List<CaseScores> scores) {
        Profile profile = Profile.named(plan.request().profile());
        Set<Metric> measured = EvaluationParameters.measured(profile, plan.parameters());
        List<CaseScores> cases =
                scores.stream().sorted(Comparator.comparing(CaseScores::caseId)).toList();
        return new EvaluationReport(
                plan.request(),
                plan.paramsHash(),
                plan.parameters(),
                Group.of(cases, profile, measured),
                groups(cases, profile, measured, each -> each.style().toString()),
                groups(cases, profile, measured, each -> each.difficulty().toString()),
                counted(cases.stream()
                        .map(CaseScores::failure)
                        .filter(java.util.Objects::nonNull)
                        .map(Failure::code)
                        .toList()),
                counted(cases.stream()
                        .flatMap(each -> each.suspicions().stream())
                        .map(Suspicion::code)
                        .toList()),
                cases.stream()
                        .map(CaseLine::of)
                        .sorted(Comparator.comparingDouble(CaseLine::similarity).thenComparing(CaseLine::caseId))
                        .toList());
    }

    private static Map<String, Group> groups(
            List<CaseScores> cases, Profile profile, Set<Metric> measured, Function<CaseScores, String> name) {
        Map<String, Group> groups = new TreeMap<>();
        cases.stream()
                .collect(Collectors.groupingBy(name))
                .forEach((group, those) -> groups.put(group, Group.of(those, profile, measured)));
        return groups;
    }

    private static Map<String, Long> counted(List<String> words) {
        return words.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
