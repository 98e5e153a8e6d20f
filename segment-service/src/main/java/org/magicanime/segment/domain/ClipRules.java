package org.magicanime.segment.domain;

import java.util.Map;
import java.util.TreeMap;

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
public record ClipRules(
        double shortestSeconds,
        double longestSeconds,
        double targetSeconds,
        double blackShare,
        double blankDeviation,
        double fadeLuma,
        double longestFadeSeconds,
        double longestStillSeconds) {
    public static final ClipRules DEFAULT = new ClipRules(1, 8, 5, 0.98, 2, 10, 4, 2);

    public ClipRules {
        if (!(shortestSeconds >= 0 && targetSeconds > 0 && longestSeconds >= targetSeconds)) {
            throw new IllegalArgumentException("0 ≤ shortest and 0 < target ≤ longest must hold, in seconds");
        }
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("clip.shortest-seconds", Double.toString(shortestSeconds));
        all.put("clip.longest-seconds", Double.toString(longestSeconds));
        all.put("clip.target-seconds", Double.toString(targetSeconds));
        all.put("clip.black-share", Double.toString(blackShare));
        all.put("clip.blank-deviation", Double.toString(blankDeviation));
        all.put("clip.fade-luma", Double.toString(fadeLuma));
        all.put("clip.longest-fade-seconds", Double.toString(longestFadeSeconds));
        all.put("clip.longest-still-seconds", Double.toString(longestStillSeconds));
        return all;
    }
}
