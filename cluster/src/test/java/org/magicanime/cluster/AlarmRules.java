package org.magicanime.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Alarms can be evaluated, ask for what there is, and lead to a section of `docs/operations.md`.
final class AlarmRules {
    private static final String PAGE = "docs/operations.md";

    private AlarmRules() {}

    /// @param rules with `groups`, as Prometheus has them
    static List<String> faults(JsonNode rules) {
        Set<String> sections = sections();
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode group : rules.path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                String name = "alarm " + rule.path("alert").asText();
                if (!names.add(name)) {
                    faults.add(name + ": is there twice");
                }
                query(name, rule.path("expr").asText(), faults);
                String runbook = rule.path("annotations").path("runbook_url").asText();
                if (!runbook.startsWith(PAGE + "#") || !sections.contains(runbook.substring(PAGE.length() + 1))) {
                    faults.add(name + ": there is no " + runbook);
                }
                if (rule.path("annotations").path("summary").asText().isEmpty()) {
                    faults.add(name + ": says nothing");
                }
                if (!Set.of("info", "warning", "critical")
                        .contains(rule.path("labels").path("severity").asText())) {
                    faults.add(name + ": has no severity");
                }
            }
        }
        return faults;
    }

    /// @param where names the query
    static void query(String where, String query, List<String> faults) {
        try {
            Set<String> missing = new HashSet<>(PromQl.metrics(query));
            missing.removeAll(ExportedMetrics.all());
            missing.forEach(metric -> faults.add(where + ": nobody exports " + metric));
        } catch (IllegalArgumentException e) {
            faults.add(where + ": " + query + ": " + e.getMessage());
        }
    }

    /// As links in Markdown name them.
    private static Set<String> sections() {
        return Repository.read(Repository.home().resolve(PAGE))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
