package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.contracts.Framing;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;
import org.magicanime.keypoint.domain.Verdict.Valid;

/// Closes gaps of a few frames between valid ones with interpolated points, where these are confirmed: they keep the
/// proportions of a valid pose, and the model itself, however unsure, saw the body in that place.
final class Bridging {
    private static final double SAW_A_BODY = 0.5;

    private final PoseRules rules;

    Bridging(PoseRules rules) {
        this.rules = rules;
    }

    /// Changes all three where a gap is closed.
    void bridge(List<FrameEstimate> frames, List<Verdict> verdicts, Boolean[] bridged) {
        int first = 1;
        while (first < frames.size()) {
            if (verdicts.get(first) instanceof Invalid && verdicts.get(first - 1) instanceof Valid) {
                int end = first;
                while (end < frames.size() && verdicts.get(end) instanceof Invalid) {
                    end++;
                }
                if (end < frames.size() && end - first <= rules.longestGap()) {
                    close(frames, verdicts, bridged, first, end);
                }
                first = end;
            }
            first++;
        }
    }

    private void close(List<FrameEstimate> frames, List<Verdict> verdicts, Boolean[] bridged, int first, int end) {
        FrameEstimate[] closed = new FrameEstimate[end - first];
        for (int i = first; i < end; i++) {
            double share = (i - first + 1.0) / (end - first + 1.0);
            WholeBody body =
                    between(frames.get(first - 1).body(), frames.get(end).body(), share);
            if (!isConfirmed(body, frames.get(i), (Invalid) verdicts.get(i))) {
                return;
            }
            closed[i - first] = new FrameEstimate(
                    body,
                    frames.get(i).measures().withProportion(Joints.proportion(body)),
                    frames.get(i).held());
        }
        Framing framing = verdicts.get(first - 1).equals(new Valid(Framing.FULL_BODY))
                        && verdicts.get(end).equals(new Valid(Framing.FULL_BODY))
                ? Framing.FULL_BODY
                : Framing.UPPER_BODY;
        for (int i = first; i < end; i++) {
            frames.set(i, closed[i - first]);
            verdicts.set(i, new Valid(framing));
            bridged[i] = true;
        }
    }

    private boolean isConfirmed(WholeBody interpolated, FrameEstimate estimated, Invalid why) {
        double proportion = Joints.proportion(interpolated);
        boolean likeHuman = proportion == 0 || (proportion >= rules.narrowest() && proportion <= rules.widest());
        double scale = Math.max(Joints.torso(interpolated), estimated.measures().regionSide() / 4);
        return why.reason() != Reason.SEVERAL_CHARACTERS
                && likeHuman
                && estimated.measures().bodyScore() >= SAW_A_BODY
                && Joints.distance(interpolated, estimated.body()) <= rules.gapDistance() * scale;
    }

    private static WholeBody between(WholeBody before, WholeBody after, double share) {
        WholeBody body = new WholeBody();
        for (int point = 0; point < WholeBody.POINTS; point++) {
            if (before.isSeen(point) && after.isSeen(point)) {
                body.set(
                        point,
                        before.x(point) + (after.x(point) - before.x(point)) * share,
                        before.y(point) + (after.y(point) - before.y(point)) * share,
                        Math.min(before.confidence(point), after.confidence(point)));
            }
        }
        return body;
    }
}
