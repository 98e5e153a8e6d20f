package org.magicanime.caption.media;

import java.nio.file.Path;
import org.magicanime.caption.domain.ClipMedia;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.pictures.decoded.DecodedPictures;

/// Clips by libav*, in this process: they are our own, so no sandbox stands around their decoder.
public final class DecodedClip implements ClipMedia {
    @Override
    public ClipPictures open(Path clip, int width, int height, int longestSide, Path folder) {
        return DecodedPictures.of(clip, width, height, longestSide, folder);
    }
}
