package org.magicanime.keypoint.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;

/// Tells what is left out in as few words as it deserves: neighbours with one reason are one rejection, and a
/// few frames with another reason go with their longer neighbour.
final class Leftovers {
    private static final int FEW = 5;

    private Leftovers() {}

    /// @param verdicts of all frames of a clip
    static List<LeftOut> of(List<Verdict> verdicts) {
        List<LeftOut> leftOut = new ArrayList<>();
        int first = 0;
        while (first < verdicts.size()) {
            int end = first;
            while (end < verdicts.size() && verdicts.get(end) instanceof Invalid) {
                end++;
            }
            if (end > first) {
                leftOut.addAll(divided(verdicts, first, end));
            }
            first = end + 1;
        }
        return leftOut;
    }

    private static List<LeftOut> divided(List<Verdict> verdicts, int first, int end) {
        List<int[]> runs = new ArrayList<>();
        for (int i = first; i < end; i++) {
            int[] last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && reason(verdicts, last[0]) == reason(verdicts, i)) {
                last[1] = i + 1;
            } else {
                runs.add(new int[] {i, i + 1});
            }
        }
        while (runs.size() > 1) {
            int shortest = 0;
            for (int i = 1; i < runs.size(); i++) {
                if (length(runs.get(i)) < length(runs.get(shortest))) {
                    shortest = i;
                }
            }
            if (length(runs.get(shortest)) >= FEW) {
                break;
            }
            boolean withNext = shortest == 0
                    || (shortest + 1 < runs.size() && length(runs.get(shortest + 1)) > length(runs.get(shortest - 1)));
            int left = withNext ? shortest : shortest - 1;
            runs.get(left)[1] = runs.get(left + 1)[1];
            runs.remove(left + 1);
        }
        return runs.stream()
                .map(run -> new LeftOut(run[0], run[1], common(verdicts, run[0], run[1])))
                .toList();
    }

    private static int length(int[] run) {
        return run[1] - run[0];
    }

    private static Reason reason(List<Verdict> verdicts, int frame) {
        return ((Invalid) verdicts.get(frame)).reason();
    }

    /// The reason and test of most frames, with the median of what they measured.
    private static Invalid common(List<Verdict> verdicts, int first, int end) {
        Map<String, List<Invalid>> byTest = new LinkedHashMap<>();
        for (int i = first; i < end; i++) {
            Invalid why = (Invalid) verdicts.get(i);
            byTest.computeIfAbsent(why.reason() + "/" + why.test(), test -> new ArrayList<>())
                    .add(why);
        }
        List<Invalid> most = byTest.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return most.stream()
                .sorted(Comparator.comparingDouble(Invalid::measured))
                .toList()
                .get(most.size() / 2);
    }
}
