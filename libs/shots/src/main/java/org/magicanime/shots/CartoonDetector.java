package org.magicanime.shots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.shots.Area.Box;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;

/// Finds cuts, fades, dissolves and flashes in cartoons, frame by frame. Not for several threads.
///
/// A cut is a frame whose drawing has nothing in common with the one before, in most of the picture, whatever moved,
/// and more so than the frames around it on one side at least. What comes back at once was a flash. A fade or a
/// dissolve is a stretch of frames that are mixtures of its two ends. Shots whose first and last second show different
/// drawings are searched once more, for cuts that leave much of the picture the same.
public final class CartoonDetector {
    /// Below these, no frame begins a shot, and motion is not looked at.
    private static final double STRUCTURE_OF_MOTION = 0.35;

    private static final double BRIGHTNESS_OF_MOTION = 1.5;
    /// Share of what makes a cut from which on a frame is kept as a candidate.
    private static final double CANDIDATE = 0.8;
    /// A change of colour all over the picture counts as one of the drawing: this much of it (0 to 510) as an
    /// entire one.
    private static final float COLOUR = 100;

    private static final float MOST_OF_COLOUR = 0.3f;
    /// By this much brighter at once, 0 to 255: a flash, if the picture comes back.
    private static final double GLARE = 30;
    /// How much of what is unexplained makes up for missing prominence, and the other way.
    private static final double SURPLUS = 1.5;
    /// Likewise where nothing moves on either side: flat colours are explained by other flat colours.
    private static final double SURPLUS_IN_CALM = 3;
    /// What is added to the standard deviation of luma, and to what is unexplained around a frame: noise.
    private static final double DEVIATION_OF_NOISE = 4;
    private static final double UNEXPLAINED_NOISE = 1.5;
    private static final double LEAST_NOISE = 0.5;
    private static final double BLINDING_DEVIATION = 0.5;
    private static final double BLINDING_BRIGHTNESS = 40;
    /// A jump of less than this share of a fade or a dissolve is a step of it.
    private static final double STEP = 0.35;
    private static final int SLACK = 2;
    private static final double USUAL_FRAMES_PER_SECOND = 24;
    /// "A second" has at most this many frames: with more of them in each, it is shorter.
    private static final int MOST_IN_SECOND = 60;

    private final CartoonRules rules;
    private final SecondLookRules secondRules = SecondLookRules.DEFAULT;
    private final int second;
    /// A fade that is seen by its contrast alone, and begins or ends within a second of a frame, leads to a dark one at
    /// most this many frames from that frame.
    private final int fadeFromDark;
    /// Frames for which a glimpse waits: what begins or ends within a second of it is known by then.
    private final int glimpseWaits;
    private final int context;
    private final int leastShot;
    /// Frames after a candidate that must be known for it to be rated, and for what covers it to have moved on.
    private final int settled;
    private final Columns columns = new Columns();
    private final Pictures pictures = new Pictures();
    private final Area area = new Area();
    private final Motion motion = new Motion();
    private final Returns returns;
    private final GradualSearch gradual;
    private final MotionAround around;
    private final List<CutCandidate> candidates = new ArrayList<>();
    private final Glimpses glimpses;
    private List<SecondLook> secondLooks = List.of();

    /// @param framesPerSecond on average; 0 if not known
    public CartoonDetector(CartoonRules rules, double framesPerSecond) {
        this.rules = rules;
        double rate = framesPerSecond > 1 && framesPerSecond <= 240 ? framesPerSecond : USUAL_FRAMES_PER_SECOND;
        this.context = Math.clamp(Math.round(rules.contextSeconds() * rate), 3, 24);
        int longestFlash =
                Math.clamp(Math.round(rules.longestFlashSeconds() * rate), 2, Pictures.KEPT / Returns.SLOW_FLASH);
        this.settled = Math.max(context, Returns.LATER);
        this.second = Math.clamp(Math.round(rate), 4, MOST_IN_SECOND);
        this.fadeFromDark = second + FadeSearch.LONGEST;
        this.glimpseWaits = second + Math.max(GradualSearch.LONGEST, FadeSearch.LONGEST);
        this.glimpses = new Glimpses(second);
        this.leastShot = (int) Math.max(2, Math.round(rules.leastShotSeconds() * rate));
        this.returns = new Returns(rules.blankDeviation(), longestFlash, pictures);
        this.gradual = new GradualSearch(rules, pictures);
        this.around = new MotionAround(context, columns, pictures);
    }

    /// Takes the next frame. The array is not kept.
    ///
    /// @param luma {@link Sample#LUMA} values, row by row
    /// @param colours asked before this returns, where they matter: of few frames that are unlike the one before,
    ///     and of some in each second
    public void add(byte[] luma, FrameColours colours) {
        int frame = columns.size;
        Picture now = pictures.at(frame);
        now.take(luma);
        Box box = area.see(now.luma);
        now.look(box);
        columns.add(now);
        if (frame > 0) {
            compare(frame, now, box, colours);
        }
        awaitReturns(frame, box);
        gradual.see(frame, box);
        glimpses.see(frame, luma, colours, box);
        glimpses.settle(frame - glimpseWaits, this::isNearAnEnd);
    }

    private void compare(int frame, Picture now, Box box, FrameColours colours) {
        Picture before = pictures.at(frame - 1);
        float structure = Compared.structure(before, now, box);
        columns.structure[frame] = structure;
        boolean glare = now.mean - before.mean > GLARE;
        if (structure < STRUCTURE_OF_MOTION) {
            if (glare) {
                // The same drawing in a glare.
                await(new CutCandidate(frame, now.mean - before.mean, 0, 0, false));
            }
            return;
        }
        float brightness = Compared.brightness(before, now, box);
        if (brightness < BRIGHTNESS_OF_MOTION) {
            return;
        }
        float colour = (float) colours.change();
        structure += structureOf(colour);
        columns.structure[frame] = structure;
        boolean drawn = structure >= CANDIDATE * rules.leastStructure();
        if (!drawn && !glare) {
            around.see(frame, box);
            return;
        }
        motion.explain(before, now, box);
        float unexplained = motion.unexplained;
        float changed = motion.changed;
        if (drawn) {
            // A small figure before a wall is explained by the wall; the wall is not by the figure.
            motion.explain(now, before, box);
            unexplained = Math.max(unexplained, motion.unexplained);
            changed = Math.max(changed, motion.changed);
        }
        columns.unexplained[frame] = unexplained;
        if (glare
                || (relative(frame) >= CANDIDATE / SURPLUS_IN_CALM * rules.leastUnexplained() && mayBe(frame, changed))
                || isForSecondLook(frame, changed)) {
            boolean blinding = now.deviation < BLINDING_DEVIATION * before.deviation
                    && Math.abs(now.mean - before.mean) > BLINDING_BRIGHTNESS;
            await(new CutCandidate(frame, brightness, colour, changed, blinding));
        }
    }

    private void await(CutCandidate candidate) {
        candidates.add(candidate);
        around.candidate(candidate.frame);
    }

    /// Whether the score could be enough, whatever the frames around are.
    private boolean mayBe(int frame, float changed) {
        return Math.min(1, columns.structure[frame] / rules.leastStructure())
                        * Math.min(1, changed / rules.leastChanged())
                >= rules.leastScore();
    }

    private boolean isForSecondLook(int frame, float changed) {
        return columns.structure[frame] >= secondRules.leastStructure()
                && relative(frame) >= secondRules.leastUnexplained()
                && changed >= secondRules.leastChanged();
    }

    /// What a change of colour all over the picture adds to that of the drawing.
    static float structureOf(double colour) {
        return Math.min(MOST_OF_COLOUR, (float) colour / COLOUR);
    }

    /// What is unexplained, in contrasts of the pictures.
    private double relative(int frame) {
        return columns.unexplained[frame]
                / ((columns.deviation[frame] + columns.deviation[frame - 1]) / 2 + DEVIATION_OF_NOISE);
    }

    static double relative(double unexplained, Picture before, Picture after) {
        return unexplained / ((before.deviation + after.deviation) / 2 + DEVIATION_OF_NOISE);
    }

    private void awaitReturns(int frame, Box box) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            CutCandidate candidate = candidates.get(i);
            int since = frame - candidate.frame;
            if (since > returns.longest()) {
                return;
            }
            if (since > settled) {
                returns.await(candidate, frame, box);
            } else if (since == settled && !settle(candidate, frame, box)) {
                candidates.remove(i);
            }
        }
    }

    /// Once what is around a candidate is known, few of them are left for which pictures must be compared.
    ///
    /// @return whether it may be a cut or a flash
    private boolean settle(CutCandidate candidate, int last, Box box) {
        rate(candidate);
        if (candidate.score < rules.leastScore()) {
            candidate.onSecondLook =
                    candidate.calm >= secondRules.leastCalm() && isForSecondLook(candidate.frame, candidate.changed);
            // A glare that goes back is a flash, one that stays may be a cut to a brighter picture.
            if (!candidate.onSecondLook && !isGlaring(candidate)) {
                return false;
            }
        }
        candidate.resumes = returns.resumes(candidate, last, box);
        for (int frame = candidate.frame + 1; frame <= last; frame++) {
            returns.await(candidate, frame, box);
        }
        return true;
    }

    /// Everything that was found, in order. To be called once, after the last frame.
    public List<Boundary> finish() {
        int last = columns.size - 1;
        candidates.removeIf(one -> last - one.frame < settled && !settle(one, last, area.known()));
        List<CutCandidate> cuts = new ArrayList<>(candidates);
        cuts.removeIf(one -> one.score < rules.leastScore() && (one.returned == 0 || !isGlaring(one)));
        List<Boundary> all = new ArrayList<>();
        List<Gradual> transitions =
                new ArrayList<>(gradual.best(one -> cuts.stream().noneMatch(cut -> divides(cut, one))));
        for (Gradual fade : new FadeSearch(rules, columns).search()) {
            if (transitions.stream().noneMatch(fade::overlaps)) {
                transitions.add(fade);
            }
        }
        settle(cuts, transitions);
        addCuts(cuts, all);
        List<Boundary> sudden = List.copyOf(all);
        for (Gradual one : transitions) {
            if (sudden.stream().noneMatch(cut -> cut.first() < one.end() && cut.end() > one.first())) {
                all.add(boundary(one));
            }
        }
        all.sort(Comparator.comparingInt(Boundary::first));
        lookAgain(all);
        return all;
    }

    /// The stretches that were searched once more, in order. After {@link #finish}.
    public List<SecondLook> secondLooks() {
        return secondLooks;
    }

    private void lookAgain(List<Boundary> all) {
        int last = columns.size - 1;
        glimpses.settle(last, frame -> frame > last - second || isNearAnEnd(frame));
        SecondSearch search = new SecondSearch(
                secondRules,
                rules.blankDeviation(),
                second,
                glimpses,
                candidates.stream().filter(one -> one.onSecondLook).toList());
        search.search(all, columns.size);
        secondLooks = List.copyOf(search.looks());
        search.found().forEach(cut -> all.add(boundary(Kind.CUT, cut, cut.frame, Why.SECOND_LOOK)));
        all.sort(Comparator.comparingInt(Boundary::first));
    }

    /// Whether a shot may begin or end within a second of a frame, as far as is known.
    private boolean isNearAnEnd(int frame) {
        if (frame < second || gradual.hasFoundNear(frame - second, frame + second)) {
            return true;
        }
        for (int i = candidates.size() - 1; i >= 0 && candidates.get(i).frame >= frame - second; i--) {
            CutCandidate one = candidates.get(i);
            if (one.frame <= frame + second && one.returned == 0 && !one.resumes) {
                return true;
            }
        }
        return columns.leastDeviation(frame - fadeFromDark, frame + fadeFromDark) <= FadeSearch.MOST_DEVIATION;
    }

    /// Whether the picture is so much brighter at once that it is a flash, if the one before comes back.
    private boolean isGlaring(CutCandidate candidate) {
        int frame = candidate.frame;
        return columns.mean[frame] - columns.mean[frame - 1] > GLARE;
    }

    private void rate(CutCandidate candidate) {
        int frame = candidate.frame;
        float before = columns.mostUnexplained(frame - context, frame - 1);
        float after = columns.mostUnexplained(frame + 1, frame + context);
        candidate.prominence = columns.unexplained[frame] / (Math.min(before, after) + UNEXPLAINED_NOISE);
        candidate.calm = columns.unexplained[frame] / (Math.max(before, after) + LEAST_NOISE);
        candidate.relative = relative(frame);
        double inCalm = columns.unexplained[frame] / (Math.max(before, after) + UNEXPLAINED_NOISE);
        double stands = Math.max(
                Math.min(SURPLUS, candidate.prominence / rules.leastProminence()),
                Math.min(SURPLUS_IN_CALM, inCalm / rules.leastProminence()));
        candidate.score = Math.min(1, columns.structure[frame] / rules.leastStructure())
                * Math.min(1, candidate.changed / rules.leastChanged())
                * Math.min(1, Math.min(SURPLUS, relative(frame) / rules.leastUnexplained()) * stands);
    }

    /// Whether a cut from one picture to another lies within: against black, all pale pictures are much the
    /// same, and one after the other could pass for a mixture.
    private boolean divides(CutCandidate cut, Gradual one) {
        return cut.frame >= one.first()
                && cut.frame <= one.end()
                && cut.returned == 0
                && columns.deviation[cut.frame] > GradualSearch.FADED_DEVIATION
                && columns.deviation[cut.frame - 1] > GradualSearch.FADED_DEVIATION;
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
                into.add(boundary(Kind.FLASH, cut, cut.returned, Why.FIRST_LOOK));
                after = cut.returned;
            } else if (!cut.resumes && (last == null || cut.frame - last.frame >= leastShot)) {
                into.add(boundary(Kind.CUT, cut, cut.frame, Why.FIRST_LOOK));
                last = cut;
            }
        }
    }

    private Boundary boundary(Kind kind, CutCandidate cut, int end, Why why) {
        Signals signals = new Signals(
                cut.brightness,
                cut.colour,
                columns.structure[cut.frame],
                relative(cut.frame),
                cut.changed,
                cut.prominence);
        return new Boundary(
                kind,
                cut.frame,
                end,
                end,
                kind == Kind.FLASH || why == Why.SECOND_LOOK ? Math.max(0.5, cut.score) : Math.min(1, cut.score),
                signals,
                why);
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
