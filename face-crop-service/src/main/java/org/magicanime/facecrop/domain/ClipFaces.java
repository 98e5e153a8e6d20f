package org.magicanime.facecrop.domain;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;

/// What became of every frame of a clip's pose spans: the content of `faces.json`, and all that is told of it.
///
/// @param clipId the clip
/// @param paramsHash what faces were cropped with
/// @param parameters the same by name
/// @param searched the pose spans
/// @param faces as told
/// @param rejections of the frames in no face clip, as told
public record ClipFaces(
        String clipId,
        String paramsHash,
        Map<String, String> parameters,
        List<FrameSpan> searched,
        List<FaceClip> faces,
        List<ItemRejected> rejections) {
    public ClipFaces {
        parameters = Map.copyOf(parameters);
        searched = List.copyOf(searched);
        faces = List.copyOf(faces);
        rejections = List.copyOf(rejections);
    }
}
