package org.magicanime.keypoint.domain;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PoseSpan;

/// What became of every frame of a clip: the content of `poses.json`, and all that is told of it.
///
/// @param clipId the clip
/// @param paramsHash what it was searched with
/// @param parameters the same by name
/// @param frames of the clip
/// @param spans as told
/// @param rejections of the frames in no span, as told
public record ClipPoses(
        String clipId,
        String paramsHash,
        Map<String, String> parameters,
        long frames,
        List<PoseSpan> spans,
        List<ItemRejected> rejections) {
    public ClipPoses {
        parameters = Map.copyOf(parameters);
        spans = List.copyOf(spans);
        rejections = List.copyOf(rejections);
    }
}
