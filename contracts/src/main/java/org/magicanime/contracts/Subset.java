package org.magicanime.contracts;

import java.util.Locale;

/// The five subsets of the data set (arXiv 2507.20368): an item is told by its subset and its id.
public enum Subset {
    /// A clip, by its `clipId`.
    IMAGE_TO_VIDEO,
    /// A pose span with its key points, by its `spanId`.
    POSE_DRIVEN,
    /// A pose span with what its motion is called, by its `spanId`.
    TEXT_TO_VIDEO,
    /// A face clip, by its `faceId`.
    FACE_REENACTMENT,
    /// A face clip with its speech, by its `faceId`.
    AUDIO_DRIVEN;

    /// As it is written in events and manifests.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The film that an item of this subset is of.
    ///
    /// @throws IllegalArgumentException if the id has not the form that this subset's ids have
    public String videoIdOf(String itemId) {
        return switch (this) {
            case IMAGE_TO_VIDEO, POSE_DRIVEN, TEXT_TO_VIDEO -> ClipId.videoId(itemId);
            case FACE_REENACTMENT, AUDIO_DRIVEN -> ClipId.videoId(FaceId.spanId(itemId));
        };
    }
}
