package org.magicanime.segment.domain;

import java.util.List;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.video.FilmMeasures;

/// The tests that a clip passed, each with the value of its worst frame.
final class ClipTests {
    private ClipTests() {}

    /// @param leastSsim the lowest SSIM of any frame of the clip against the film's
    static List<Measure> of(FilmMeasures film, SegmentParameters parameters, FrameSpan clip, double leastSsim) {
        ClipRules rules = parameters.rules();
        double darkest = 0;
        double flattest = Double.POSITIVE_INFINITY;
        for (int i = (int) clip.first(); i < clip.end(); i++) {
            darkest = Math.max(darkest, film.darkShare()[i]);
            flattest = Math.min(flattest, film.deviation()[i]);
        }
        return List.of(
                rules.shortest(FrameTimes.seconds(film, clip.first(), clip.end())),
                rules.black(darkest),
                rules.blank(flattest),
                rules.still(longestStill(film, clip)),
                new Measure(
                        "encoder.least-ssim", leastSsim, parameters.cutting().leastSsim(), Bound.AT_LEAST));
    }

    /// Seconds for which the picture stands still, within the clip.
    private static double longestStill(FilmMeasures film, FrameSpan clip) {
        double longest = 0;
        int first = (int) clip.first();
        while (first < clip.end()) {
            int end = first + 1;
            while (end < clip.end() && film.stillSince()[end] == film.stillSince()[first]) {
                end++;
            }
            longest = Math.max(longest, FrameTimes.seconds(film, first, end));
            first = end;
        }
        return longest;
    }
}
