package org.magicanime.shots;

import java.util.Map;
import java.util.TreeMap;

/// What makes a boundary of a shot in a cartoon. How each value was chosen is said in `docs/shots.md`.
///
/// @param leastStructure the drawing has changed entirely from this on (1 − correlation of gradients)
/// @param leastUnexplained and so has the picture, whatever moved in it (mean |difference| of luma after the best
///     motion of each block, in standard deviations of luma plus 4)
/// @param leastChanged and so have this many of its blocks (share, 0 to 1)
/// @param leastProminence and so much more than in the frames around (ratio)
/// @param leastScore the product of how far these are reached is at least this; the first, the third and the product of
///     the other two count as 1 at most, each of those two as 1.5
/// @param contextSeconds how far the frames around reach, to each side
/// @param longestFlashSeconds a picture that comes back after at most this was never gone
/// @param leastShotSeconds cuts that are closer are one
/// @param blankDeviation a picture has one colour if luma deviates by at most this (0 to 255)
/// @param leastFadeFrames a fade takes at least this many frames
/// @param leastDissolveFrames a dissolve takes at least this many frames
/// @param mostResidual in a dissolve, at most this share (of energy) of the change is no mixture of both sides
/// @param mostFadeResidual likewise in a fade
public record CartoonRules(
        double leastStructure,
        double leastUnexplained,
        double leastChanged,
        double leastProminence,
        double leastScore,
        double contextSeconds,
        double longestFlashSeconds,
        double leastShotSeconds,
        double blankDeviation,
        int leastFadeFrames,
        int leastDissolveFrames,
        double mostResidual,
        double mostFadeResidual) {
    public static final CartoonRules DEFAULT =
            new CartoonRules(0.65, 0.4, 0.35, 2, 0.9, 0.2, 0.6, 0.15, 3.5, 4, 6, 0.09, 0.12);

    public CartoonRules {
        if (!(leastScore > 0 && leastScore <= 1)
                || leastFadeFrames < 1
                || leastDissolveFrames < 1
                || !(contextSeconds > 0)) {
            throw new IllegalArgumentException("0 < leastScore ≤ 1, 1 ≤ frames and 0 < contextSeconds must hold");
        }
    }

    /// Frames of which mixtures of both sides explain more than this share of the change, 0 to 1, are in transition.
    public double mostMixture() {
        return 1 - mostFadeResidual;
    }

    /// By name, as told with everything that is made with them.
    public Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("shots.structure", Double.toString(leastStructure));
        all.put("shots.unexplained", Double.toString(leastUnexplained));
        all.put("shots.changed", Double.toString(leastChanged));
        all.put("shots.prominence", Double.toString(leastProminence));
        all.put("shots.score", Double.toString(leastScore));
        all.put("shots.context-seconds", Double.toString(contextSeconds));
        all.put("shots.longest-flash-seconds", Double.toString(longestFlashSeconds));
        all.put("shots.least-shot-seconds", Double.toString(leastShotSeconds));
        all.put("shots.blank-deviation", Double.toString(blankDeviation));
        all.put("shots.fade-frames", Integer.toString(leastFadeFrames));
        all.put("shots.dissolve-frames", Integer.toString(leastDissolveFrames));
        all.put("shots.dissolve-residual", Double.toString(mostResidual));
        all.put("shots.fade-residual", Double.toString(mostFadeResidual));
        all.put("shots.mixture", Double.toString(mostMixture()));
        return all;
    }
}
