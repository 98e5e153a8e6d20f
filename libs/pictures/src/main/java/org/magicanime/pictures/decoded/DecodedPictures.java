package org.magicanime.pictures.decoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.video.decode.OwnClip;

/// Decodes clips that we encoded ourselves, in this process: no sandbox stands around their decoder.
public final class DecodedPictures {
    private DecodedPictures() {}

    /// @param clip `clip.mp4`
    /// @param width pixels as shown: what the coded picture has beyond it is left off
    /// @param height likewise
    /// @param longestSide pixels; larger pictures are made smaller (area mean), smaller ones stay as they are
    /// @param folder an empty one, for the pictures
    /// @throws IllegalStateException if the clip cannot be decoded
    public static ClipPictures of(Path clip, int width, int height, int longestSide, Path folder) {
        try (OwnClip decoded = new OwnClip(clip, width, height);
                PictureWriter writer = new PictureWriter(width, height, longestSide, folder.resolve("pictures.rgb"))) {
            long frames = decoded.forEach(Integer.MAX_VALUE, (frame, number) -> writer.add(frame));
            if (frames == 0) {
                throw new IllegalStateException("the clip " + clip.getFileName() + " has no frame");
            }
            return writer.pictures();
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures of a clip cannot be written: " + e.getMessage(), e);
        }
    }
}
