package org.magicanime.judging;

import java.util.Map;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;

/// Frames that are left out.
///
/// @param first the first of them, counted from the first frame that was judged
/// @param end the frame after the last one
/// @param why what most of them have in common
public record LeftOut(int first, int end, Missed why) {
    public int frames() {
        return end - first;
    }

    /// As it is told.
    ///
    /// @param stage that left them out
    /// @param judgedFrom number in the film of the first frame that was judged
    /// @param parameters what `paramsHash` stands for
    public ItemRejected rejection(
            String stage, String videoId, long judgedFrom, String paramsHash, Map<String, String> parameters) {
        FrameSpan span = new FrameSpan(judgedFrom + first, judgedFrom + end);
        return new ItemRejected(
                ClipId.of(videoId, span),
                stage,
                why.reason().code(),
                why.reason().words() + ": " + why.test(),
                videoId,
                span,
                null,
                why.measured(),
                why.threshold(),
                why.held().rule(),
                why.held().bound(),
                paramsHash,
                parameters);
    }
}
