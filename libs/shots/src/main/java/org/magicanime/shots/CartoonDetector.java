package org.magicanime.shots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.shots.Area.Box;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;

/// Finds cuts, fades, dissolves and flashes in cartoons, frame by frame. Not for several threads.
///
/// A cut is a frame whose drawing has nothing in common with the one before, in most of the picture, whatever moved,
/// and more so than the frames around it on one side at least. What comes back at once was a flash. A fade or a
/// dissolve is a stretch of frames that are mixtures of its two ends.
public final class CartoonDetector {
    /// Below these, no frame begins a shot, and motion is not looked at.
    private static final double STRUCTURE_OF_MOTION = 0.35;

    private static final double BRIGHTNESS_OF_MOTION = 1.5;
    /// Share of the score from which on a frame is kept as a candidate.
    private static final double CANDIDATE = 0.5;
    /// How much of what is unexplained makes up for missing prominence, and the other way.
    private static final double SURPLUS = 1.5;
    /// What is added to the standard deviation of luma, and to what is unexplained around a frame: noise.
    private static final double DEVIATION_OF_NOISE = 4;
    private static final double UNEXPLAINED_NOISE = 1.5;
    /// A drawing that came back.
    private static final double SAME_STRUCTURE = 0.5;
    private static final double SAME_BRIGHTNESS = 0.6;
    /// A flash that dims slowly comes back after at most this many times the longest flash.
    private static final int SLOW_FLASH = 4;
    private static final double BLINDING_DEVIATION = 0.5;
    private static final double BLINDING_BRIGHTNESS = 40;
    /// A jump of less than this share of a fade or a dissolve is a step of it.
    private static final double STEP = 0.35;
    private static final int SLACK = 2;
    private static final double USUAL_FRAMES_PER_SECOND = 24;

    private final CartoonRules rules;
    private final int context;
    private final int longestFlash;
    private final int leastShot;
    private final Columns columns = new Columns();
    private final Pictures pictures = new Pictures();
    private final Area area = new Area();
    private final Motion motion = new Motion();
    private final GradualSearch gradual;
    private final List<CutCandidate> candidates = new ArrayList<>();

    /// @param framesPerSecond on average; 0 if not known
    public CartoonDetector(CartoonRules rules, double framesPerSecond) {
        this.rules = rules;
        double rate = framesPerSecond > 1 && framesPerSecond <= 240 ? framesPerSecond : USUAL_FRAMES_PER_SECOND;
        this.context = Math.clamp(Math.round(rules.contextSeconds() * rate), 3, 24);
        this.longestFlash = Math.clamp(Math.round(rules.longestFlashSeconds() * rate), 2, Pictures.KEPT / SLOW_FLASH);
        this.leastShot = (int) Math.max(2, Math.round(rules.leastShotSeconds() * rate));
        this.gradual = new GradualSearch(rules, pictures);
    }

    /// Takes the next frame. The arrays are not kept.
    ///
    /// @param luma {@link Sample#LUMA} values, row by row
    /// @param u {@link Sample#CHROMA} values
    /// @param v likewise
    public void add(byte[] luma, byte[] u, byte[] v) {
        int frame = columns.size;
        Picture now = pictures.at(frame);
        now.take(luma, u, v);
        Box box = area.see(now.luma);
        now.look(box);
        columns.add(now);
        if (frame > 0) {
            compare(frame, now, box);
        }
        awaitReturns(frame, now, box);
        gradual.see(frame, box);
    }

    private void compare(int frame, Picture now, Box box) {
        Picture before = pictures.at(frame - 1);
        float structure = Compared.structure(before, now, box);
        columns.structure[frame] = structure;
        if (structure < STRUCTURE_OF_MOTION) {
            return;
        }
        float brightness = Compared.brightness(before, now, box);
        if (brightness < BRIGHTNESS_OF_MOTION) {
            return;
        }
        motion.explain(before, now, box);
        columns.unexplained[frame] = motion.unexplained;
        if (structure * Math.min(1, relative(frame) / rules.leastUnexplained()) >= CANDIDATE) {
            boolean blinding = now.deviation < BLINDING_DEVIATION * before.deviation
                    && Math.abs(now.mean - before.mean) > BLINDING_BRIGHTNESS;
            candidates.add(new CutCandidate(frame, brightness, Compared.colour(before, now), motion.changed, blinding));
        }
    }

    /// What is unexplained, in contrasts of the pictures.
    private double relative(int frame) {
        return columns.unexplained[frame]
                / ((columns.deviation[frame] + columns.deviation[frame - 1]) / 2 + DEVIATION_OF_NOISE);
    }

    private void awaitReturns(int frame, Picture now, Box box) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            CutCandidate candidate = candidates.get(i);
            int since = frame - candidate.frame;
            if (since > SLOW_FLASH * longestFlash) {
                return;
            }
            if (since > 0
                    && candidate.returned == 0
                    && since <= (candidate.blinding ? SLOW_FLASH : 1) * longestFlash
                    && isBack(candidate, now, box)) {
                candidate.returned = frame;
            }
        }
    }

    private boolean isBack(CutCandidate candidate, Picture now, Box box) {
        Picture before = pictures.at(candidate.frame - 1);
        return before.deviation > rules.blankDeviation()
                && Compared.structure(before, now, box) < SAME_STRUCTURE
                && Compared.brightness(before, now, box) < SAME_BRIGHTNESS * candidate.brightness;
    }

    /// Everything that was found, in order. To be called once, after the last frame.
    public List<Boundary> finish() {
        List<CutCandidate> cuts = new ArrayList<>();
        for (CutCandidate candidate : candidates) {
            rate(candidate);
            if (candidate.score >= rules.leastScore()) {
                cuts.add(candidate);
            }
        }
        List<Boundary> all = new ArrayList<>();
        List<Gradual> transitions = new ArrayList<>(gradual.best());
        settle(cuts, transitions);
        addCuts(cuts, all);
        List<Boundary> sudden = List.copyOf(all);
        for (Gradual one : transitions) {
            if (sudden.stream().noneMatch(cut -> cut.first() < one.end() && cut.end() > one.first())) {
                all.add(boundary(one));
            }
        }
        all.sort(Comparator.comparingInt(Boundary::first));
        return all;
    }

    private void rate(CutCandidate candidate) {
        int frame = candidate.frame;
        double around = Math.min(
                columns.mostUnexplained(frame - context, frame - 1),
                columns.mostUnexplained(frame + 1, frame + context));
        candidate.prominence = columns.unexplained[frame] / (around + UNEXPLAINED_NOISE);
        candidate.score = Math.min(1, columns.structure[frame] / rules.leastStructure())
                * Math.min(1, candidate.changed / rules.leastChanged())
                * Math.min(
                        1,
                        Math.min(SURPLUS, relative(frame) / rules.leastUnexplained())
                                * Math.min(SURPLUS, candidate.prominence / rules.leastProminence()));
    }

    /// Where a cut and a transition meet, only one of them is true: the cut, unless it is a small part of the change.
    private static void settle(List<CutCandidate> cuts, List<Gradual> transitions) {
        transitions.removeIf(one ->
                cuts.stream().anyMatch(cut -> touches(cut, one) && cut.brightness >= STEP * one.change()));
        cuts.removeIf(cut -> transitions.stream().anyMatch(one -> touches(cut, one)));
    }

    private static boolean touches(CutCandidate cut, Gradual one) {
        return cut.frame >= one.first() - SLACK && cut.frame <= one.end() + SLACK;
    }

    private void addCuts(List<CutCandidate> cuts, List<Boundary> into) {
        int after = 0;
        CutCandidate last = null;
        for (CutCandidate cut : cuts) {
            if (cut.frame <= after) {
                continue;
            }
            if (cut.returned > 0) {
                into.add(boundary(Kind.FLASH, cut, cut.returned));
                after = cut.returned;
            } else if (last == null || cut.frame - last.frame >= leastShot) {
                into.add(boundary(Kind.CUT, cut, cut.frame));
                last = cut;
            }
        }
    }

    private Boundary boundary(Kind kind, CutCandidate cut, int end) {
        Signals signals = new Signals(
                cut.brightness,
                cut.colour,
                columns.structure[cut.frame],
                relative(cut.frame),
                cut.changed,
                cut.prominence);
        return new Boundary(kind, cut.frame, end, end, Math.min(1, cut.score), signals);
    }

    private Boundary boundary(Gradual one) {
        double most = one.isFade() ? rules.mostFadeResidual() : rules.mostResidual();
        Signals signals = new Signals(one.change(), 0, one.structure(), 0, 0, 1 - one.residual());
        return new Boundary(
                one.isFade() ? Kind.FADE : Kind.DISSOLVE,
                one.first(),
                one.end(),
                one.begins(),
                1 - 0.5 * Math.min(1, one.residual() / most),
                signals);
    }
}
