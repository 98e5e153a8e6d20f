package org.magicanime.shots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Area.Box;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Glimpses.Glimpse;

/// Looks for missed cuts between the boundaries that were found. A cut between two pictures of much the same
/// place leaves most of the picture explained, and is told from a step of motion only by what it leads to: the
/// shot ends with another drawing than it began with.
final class SecondSearch {
    private final SecondLookRules rules;
    private final double blankDeviation;
    private final int second;
    private final Glimpses glimpses;
    private final List<CutCandidate> candidates;
    private final Motion motion = new Motion();
    /// Stretches that are yet to be examined: how many there are is the film's choice, and no matter of the stack.
    private final Deque<FrameSpan> open = new ArrayDeque<>();
    private final List<SecondLook> looks = new ArrayList<>();
    private final List<CutCandidate> found = new ArrayList<>();

    /// @param blankDeviation a picture has one colour if luma deviates by at most this, and shows no drawing
    /// @param second frames in a second
    /// @param candidates in order
    SecondSearch(
            SecondLookRules rules,
            double blankDeviation,
            int second,
            Glimpses glimpses,
            List<CutCandidate> candidates) {
        this.rules = rules;
        this.blankDeviation = blankDeviation;
        this.second = second;
        this.glimpses = glimpses;
        this.candidates = candidates;
    }

    /// @param boundaries in order
    /// @param frames of the film
    void search(List<Boundary> boundaries, int frames) {
        int first = 0;
        for (Boundary boundary : boundaries) {
            if (boundary.kind().divides()) {
                await(first, boundary.first());
                first = Math.max(first, boundary.end());
            }
        }
        await(first, frames);
        while (!open.isEmpty()) {
            examine(open.pop(), boundaries);
        }
        looks.sort(Comparator.comparingLong(look -> look.frames().first()));
    }

    List<SecondLook> looks() {
        return looks;
    }

    List<CutCandidate> found() {
        return found;
    }

    private void await(int first, int end) {
        // Half a second to each side of a cut must be left.
        if (end - first >= second) {
            open.push(new FrameSpan(first, end));
        }
    }

    private void examine(FrameSpan stretch, List<Boundary> boundaries) {
        int first = (int) stretch.first();
        int end = (int) stretch.end();
        Signals ends = differingEnds(first, end);
        if (ends == null) {
            return;
        }
        Optional<CutCandidate> cut = candidates.stream()
                .filter(one -> one.frame >= first + second / 2 && one.frame <= end - second / 2)
                .filter(one -> one.returned == 0 && !one.resumes)
                .filter(one -> one.relative * rules.leastLasting() <= ends.unexplained())
                .filter(one -> boundaries.stream().noneMatch(flash -> isWithin(one, flash)))
                .max(Comparator.comparingDouble(one -> one.score));
        looks.add(new SecondLook(stretch, ends, cut.map(one -> one.frame).orElse(null)));
        cut.ifPresent(one -> {
            found.add(one);
            await(first, one.frame);
            await(one.frame, end);
        });
    }

    private static boolean isWithin(CutCandidate one, Boundary flash) {
        return flash.kind() == Kind.FLASH && one.frame >= flash.first() && one.frame <= flash.end();
    }

    /// The mean over pairs of frames of the first and the last second; absent if they are alike, or one shows no
    /// drawing.
    private @Nullable Signals differingEnds(int first, int end) {
        int length = Math.min(second, (end - first) / 2);
        List<Glimpse> early = glimpses.between(first, first + length);
        List<Glimpse> late = glimpses.between(end - length, end);
        Box area = late.isEmpty() ? Box.ALL : late.getLast().area();
        List<Picture> before = pictures(early, area);
        List<Picture> after = pictures(late, area);
        int pairs = before.size() * after.size();
        if (pairs == 0) {
            return null;
        }
        double colour = colour(early, late);
        double structure = CartoonDetector.structureOf(colour);
        for (Picture a : before) {
            for (Picture b : after) {
                structure += Compared.structure(a, b, area) / pairs;
            }
        }
        if (structure < rules.leastEnds()) {
            return null;
        }
        return signals(before, after, area, structure, colour);
    }

    /// Motion is dear: each frame is looked at with one of the other end only.
    private Signals signals(List<Picture> before, List<Picture> after, Box area, double structure, double colour) {
        int pairs = Math.max(before.size(), after.size());
        double brightness = 0;
        double unexplained = 0;
        double changed = 0;
        for (int i = 0; i < pairs; i++) {
            Picture a = before.get(i % before.size());
            Picture b = after.get(i % after.size());
            brightness += Compared.brightness(a, b, area) / pairs;
            motion.explain(a, b, area);
            float there = motion.unexplained;
            float many = motion.changed;
            motion.explain(b, a, area);
            unexplained += CartoonDetector.relative(Math.max(there, motion.unexplained), a, b) / pairs;
            changed += Math.max(many, motion.changed) / pairs;
        }
        return new Signals(brightness, colour, structure, unexplained, changed, 0);
    }

    private List<Picture> pictures(List<Glimpse> seen, Box area) {
        return seen.stream()
                .map(glimpse -> glimpse.picture(area))
                .filter(picture -> picture.deviation > blankDeviation)
                .toList();
    }

    private static double colour(List<Glimpse> early, List<Glimpse> late) {
        return early.stream()
                .flatMap(a -> late.stream().map(b -> b.chroma().differenceTo(a.chroma())))
                .mapToDouble(change -> change)
                .average()
                .orElse(0);
    }
}
