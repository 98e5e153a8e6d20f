package org.magicanime.eval.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.ParamsHash;

/// What is scored in an evaluation: `plan.json`. What a method changes later does not count.
///
/// @param request what was asked
/// @param parameters all that decides the numbers, by name
/// @param benchmark `benchmark.json`
/// @param cases those on which the task is asked
/// @param submissions videos by case; cases without one are absent
public record EvaluationPlan(
        EvalRequested request,
        Map<String, String> parameters,
        ArtifactRef benchmark,
        SortedSet<String> cases,
        Map<String, ObjectOrigin> submissions) {
    public EvaluationPlan {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        cases = Collections.unmodifiableSortedSet(new TreeSet<>(cases));
        submissions = Collections.unmodifiableMap(new TreeMap<>(submissions));
    }

    public String paramsHash() {
        return ParamsHash.of(parameters);
    }
}
