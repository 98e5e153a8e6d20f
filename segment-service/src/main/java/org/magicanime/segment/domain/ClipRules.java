package org.magicanime.segment.domain;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;
import org.magicanime.shots.CartoonRules;
import org.magicanime.video.Scan;
import org.magicanime.video.UnreadableFilmException;

/// What a clip may be. Part of the parameters that every artifact's key is derived from.
///
/// @param shortestSeconds spans shorter than this are left out (`too-short`)
/// @param longestSeconds spans longer than this are divided
/// @param targetSeconds into pieces near this
/// @param blackShare a frame is black if at least this share (0 to 1) of its pixels is (ffmpeg blackdetect: 0.98)
/// @param blankDeviation a frame has one colour if V (0 to 255) deviates by at most this
/// @param fadeLuma a fade changes the mean of V (0 to 255) by at least this
/// @param longestFadeSeconds a slower change of brightness is no fade
/// @param longestStillSeconds a picture that stands still for at least this long is left out (ffmpeg freezedetect:
///     2 s); held drawings are shorter
/// @param mostInterlaced a film of whose moving frames more than this share (0 to 1) has rows of two moments is
///     refused; 1 takes any
public record ClipRules(
        double shortestSeconds,
        double longestSeconds,
        double targetSeconds,
        double blackShare,
        double blankDeviation,
        double fadeLuma,
        double longestFadeSeconds,
        double longestStillSeconds,
        double mostInterlaced) {
    private static final String SHORTEST = "clip.shortest-seconds";
    private static final String BLACK = "clip.black-share";
    private static final String BLANK = "clip.blank-deviation";
    private static final String FADE = "clip.fade-luma";
    private static final String INTERLACED = "clip.most-interlaced";
    private static final String STILL = "clip.longest-still-seconds";

    public static final ClipRules DEFAULT = new ClipRules(1, 8, 5, 0.98, 2, 10, 4, 2, 1);

    public ClipRules {
        if (!(shortestSeconds >= 0 && targetSeconds > 0 && longestSeconds >= targetSeconds)) {
            throw new IllegalArgumentException("0 ≤ shortest and 0 < target ≤ longest must hold, in seconds");
        }
        if (!(mostInterlaced >= 0 && mostInterlaced <= 1)) {
            throw new IllegalArgumentException("0 ≤ most-interlaced ≤ 1 must hold");
        }
    }

    Measure shortest(double seconds) {
        return new Measure(SHORTEST, seconds, shortestSeconds, Bound.AT_LEAST);
    }

    Measure black(double share) {
        return new Measure(BLACK, share, blackShare, Bound.AT_MOST);
    }

    Measure blank(double deviation) {
        return new Measure(BLANK, deviation, blankDeviation, Bound.AT_LEAST);
    }

    Measure fade(double change) {
        return new Measure(FADE, change, fadeLuma, Bound.AT_MOST);
    }

    Measure still(double seconds) {
        return new Measure(STILL, seconds, longestStillSeconds, Bound.AT_MOST);
    }

    /// @throws UnreadableFilmException with the code `interlaced` or `telecined`
    void checkScan(Scan scan) {
        if (scan.combed() && scan.interlacedShare() > mostInterlaced) {
            throw new UnreadableFilmException(
                    scan.kind() == Scan.Kind.TELECINED ? "telecined" : "interlaced",
                    "more of the moving pictures than allowed have rows of two moments; make them whole first, for"
                            + " instance by ffmpeg's filters bwdif (interlaced) or fieldmatch and decimate (telecined)",
                    scan.interlacedShare(),
                    mostInterlaced);
        }
    }

    /// No parameter says how many frames may be damaged: none.
    static Measure damaged(long frames) {
        return new Measure("clip.damaged-frames", frames, 0, Bound.AT_MOST);
    }

    /// The least share of a change that two sides explain in a fade or a dissolve is the detector's.
    static Measure mixture(double share) {
        return new Measure("shots.mixture", share, CartoonRules.DEFAULT.mostMixture(), Bound.AT_MOST);
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put(SHORTEST, Double.toString(shortestSeconds));
        all.put("clip.longest-seconds", Double.toString(longestSeconds));
        all.put("clip.target-seconds", Double.toString(targetSeconds));
        all.put(BLACK, Double.toString(blackShare));
        all.put(BLANK, Double.toString(blankDeviation));
        all.put(FADE, Double.toString(fadeLuma));
        all.put("clip.longest-fade-seconds", Double.toString(longestFadeSeconds));
        all.put(INTERLACED, Double.toString(mostInterlaced));
        all.put(STILL, Double.toString(longestStillSeconds));
        return all;
    }
}
