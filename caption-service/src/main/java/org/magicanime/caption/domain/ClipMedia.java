package org.magicanime.caption.domain;

import java.nio.file.Path;
import org.magicanime.pictures.ClipPictures;

/// The pictures of clips.
public interface ClipMedia {
    /// @param clip `clip.mp4`
    /// @param width pixels as shown
    /// @param height likewise
    /// @param longestSide pixels of the pictures
    /// @param folder an empty one
    ClipPictures open(Path clip, int width, int height, int longestSide, Path folder);
}
