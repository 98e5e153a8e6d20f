package org.magicanime.keypoint.domain;

import java.nio.file.Path;
import java.util.List;
import org.magicanime.pictures.ClipPictures;

/// Reads clips that we encoded ourselves, and writes the files of their spans. The same input gives the same bytes.
public interface ClipMedia {
    /// @param clip `clip.mp4`
    /// @param width pixels as shown: what the coded picture has beyond it is left off
    /// @param height likewise
    /// @param longestSide pixels; larger pictures are made smaller (area mean), smaller ones stay as they are
    /// @param folder an empty one, for the pictures
    /// @throws IllegalStateException if the clip cannot be decoded
    ClipPictures open(Path clip, int width, int height, int longestSide, Path folder);

    /// Writes a part of a clip, with the times of its frames (beginning at 0) and the part of its sound, if it
    /// has some.
    ///
    /// @param first of the part's frames
    /// @param end the frame after its last
    void cut(Path clip, int first, int end, Path target);

    /// Draws skeletons as DWPose does: onto black, and onto the pictures of the clip. Both have as many frames as
    /// `bodies`, at the times of the clip's frames from `first` on (beginning at 0).
    ///
    /// @param bodies one of each frame, in pixels of the film
    /// @param poseVideo in the clip's size
    /// @param overlay made smaller where the clip is larger than people need to look
    void draw(Path clip, int width, int height, int first, List<WholeBody> bodies, Path poseVideo, Path overlay);

    /// {@link #draw} and, of a span that is not all of its clip, {@link #cut} beside it.
    void videos(Path clip, int width, int height, int first, List<WholeBody> bodies, SpanVideos into);

    /// Writes a NumPy file: float32, little-endian, C order, `[frames, 133, 3]`.
    void writeNpy(List<WholeBody> bodies, Path target);
}
