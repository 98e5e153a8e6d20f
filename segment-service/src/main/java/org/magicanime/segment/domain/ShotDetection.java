package org.magicanime.segment.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// Finds shot boundaries in per-frame content scores, as PySceneDetect 0.6.7.1's `ContentDetector` does: equal cuts for
/// equal scores.
///
/// @param threshold a score of at least this is a candidate; PySceneDetect's default is 27
/// @param leastShotFrames cuts are at least this many frames apart; PySceneDetect's default is 15
/// @param filter what becomes of candidates that are closer
public record ShotDetection(double threshold, int leastShotFrames, FlashFilter filter) {
    public ShotDetection {
        if (!(threshold > 0) || leastShotFrames < 0) {
            throw new IllegalArgumentException("threshold must be positive and leastShotFrames not negative");
        }
    }

    /// The first frame of each new shot, ascending, without frame 0.
    ///
    /// @param contentScore one score per frame, 0 for the first
    public List<Integer> cuts(double[] contentScore) {
        return filter == FlashFilter.MERGE ? merged(contentScore) : suppressed(contentScore);
    }

    /// Every frame of the film in exactly one shot; the whole film where there is no cut.
    public List<FrameSpan> shots(double[] contentScore) {
        List<FrameSpan> shots = new ArrayList<>();
        int first = 0;
        for (int cut : cuts(contentScore)) {
            shots.add(new FrameSpan(first, cut));
            first = cut;
        }
        shots.add(new FrameSpan(first, contentScore.length));
        return shots;
    }

    private List<Integer> suppressed(double[] contentScore) {
        List<Integer> cuts = new ArrayList<>();
        int last = 0;
        for (int frame = 0; frame < contentScore.length; frame++) {
            if (contentScore[frame] >= threshold && frame - last >= leastShotFrames && frame > 0) {
                last = frame;
                cuts.add(frame);
            }
        }
        return cuts;
    }

    /// A merge that is still open at the end of the film is dropped, as the reference does.
    private List<Integer> merged(double[] contentScore) {
        List<Integer> cuts = new ArrayList<>();
        int lastAbove = 0;
        int mergeStart = 0;
        boolean enabled = false;
        boolean merging = false;
        for (int frame = 0; frame < contentScore.length; frame++) {
            boolean above = contentScore[frame] >= threshold;
            boolean apart = frame - lastAbove >= leastShotFrames;
            if (above) {
                lastAbove = frame;
            }
            if (merging) {
                if (apart && !above && lastAbove - mergeStart >= leastShotFrames) {
                    merging = false;
                    cuts.add(lastAbove);
                }
            } else if (above && apart && frame > 0) {
                enabled = true;
                cuts.add(frame);
            } else if (above && enabled) {
                merging = true;
                mergeStart = frame;
            }
        }
        return cuts;
    }
}
