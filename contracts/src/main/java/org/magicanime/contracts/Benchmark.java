package org.magicanime.contracts;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A benchmark that does not change: `benchmark.json`.
///
/// @param name see {@link VersionName}
/// @param selection 16 hex digits over the rules and the chosen items
/// @param rules what cases were chosen by: numbers, seed, formulas, by name
/// @param shortfalls strata with fewer cases than the rules ask for, by name, and how many are missing
/// @param cases by id
public record Benchmark(
        String name,
        String selection,
        Map<String, String> rules,
        Map<String, Integer> shortfalls,
        List<BenchmarkCase> cases) {
    public Benchmark {
        VersionName.require(name);
        Checks.hex16(selection, "selection");
        rules = Collections.unmodifiableMap(new TreeMap<>(Checks.present(rules, "rules")));
        shortfalls = Collections.unmodifiableMap(new TreeMap<>(Checks.present(shortfalls, "shortfalls")));
        cases = Checks.present(cases, "cases").stream()
                .sorted(Comparator.comparing(BenchmarkCase::caseId))
                .toList();
        Set<String> ids = new HashSet<>();
        cases.forEach(each -> Checks.that(ids.add(each.caseId()), "cases must have different ids"));
    }

    /// Cases on which a task is asked, by id.
    public List<BenchmarkCase> of(BenchmarkTask task) {
        return cases.stream().filter(each -> each.tasks().contains(task)).toList();
    }

    public long count(BenchmarkKind kind) {
        return cases.stream().filter(each -> each.kind() == kind).count();
    }
}
