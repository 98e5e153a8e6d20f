package org.magicanime.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what is left out in as few words as it deserves: neighbours with one reason are one rejection, and a
/// few frames with another reason go with their longer neighbour.
public final class Leftovers {
    private static final int FEW = 5;

    private Leftovers() {}

    /// @param verdicts of all frames that were judged: what they missed, or nothing
    public static List<LeftOut> of(List<Optional<Missed>> verdicts) {
        List<LeftOut> leftOut = new ArrayList<>();
        int first = 0;
        while (first < verdicts.size()) {
            int end = first;
            while (end < verdicts.size() && verdicts.get(end).isPresent()) {
                end++;
            }
            if (end > first) {
                leftOut.addAll(divided(verdicts, first, end));
            }
            first = end + 1;
        }
        return leftOut;
    }

    private static List<LeftOut> divided(List<Optional<Missed>> verdicts, int first, int end) {
        List<Run> runs = new ArrayList<>();
        for (int i = first; i < end; i++) {
            add(runs, new Run(i, i + 1, reason(verdicts, i)));
        }
        while (runs.size() > 1) {
            Run shortest =
                    runs.stream().min(Comparator.comparingInt(Run::length)).orElseThrow();
            if (shortest.length() >= FEW) {
                break;
            }
            runs = without(runs, runs.indexOf(shortest));
        }
        return runs.stream()
                .map(run -> new LeftOut(run.first(), run.end(), common(verdicts, run)))
                .toList();
    }

    /// Gives the frames of a run to its longer neighbour.
    private static List<Run> without(List<Run> runs, int at) {
        boolean toNext = at == 0
                || (at + 1 < runs.size()
                        && runs.get(at + 1).length() > runs.get(at - 1).length());
        Reason reason = runs.get(toNext ? at + 1 : at - 1).reason();
        List<Run> left = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            add(left, i == at ? new Run(run.first(), run.end(), reason) : run);
        }
        return left;
    }

    /// At the end; neighbours with one reason become one.
    private static void add(List<Run> runs, Run run) {
        if (!runs.isEmpty() && runs.getLast().reason() == run.reason()) {
            runs.add(new Run(runs.removeLast().first(), run.end(), run.reason()));
        } else {
            runs.add(run);
        }
    }

    private record Run(int first, int end, Reason reason) {
        int length() {
            return end - first;
        }
    }

    private static Reason reason(List<Optional<Missed>> verdicts, int frame) {
        return verdicts.get(frame).orElseThrow().reason();
    }

    /// The test that most frames with the run's reason missed, with the median of what they measured.
    private static Missed common(List<Optional<Missed>> verdicts, Run run) {
        Map<String, List<Missed>> byTest = new LinkedHashMap<>();
        for (int i = run.first(); i < run.end(); i++) {
            Missed why = verdicts.get(i).orElseThrow();
            if (why.reason() == run.reason()) {
                byTest.computeIfAbsent(why.test(), test -> new ArrayList<>()).add(why);
            }
        }
        List<Missed> most = byTest.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return most.stream()
                .sorted(Comparator.comparingDouble(Missed::measured))
                .toList()
                .get(most.size() / 2);
    }
}
