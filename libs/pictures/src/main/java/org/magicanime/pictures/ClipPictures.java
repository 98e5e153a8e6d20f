package org.magicanime.pictures;

import org.magicanime.inference.picture.Picture;

/// The frames of one clip, in any order and as often as one likes: decoded once, kept in a file of the work folder.
/// Belongs to one thread.
public interface ClipPictures extends AutoCloseable {
    /// Frames of the clip.
    int frames();

    /// Pixels of the film for one of the pictures; 1 unless the film is larger than what models need.
    double scale();

    /// @param frame from 0
    /// @return valid until the next call
    Picture picture(int frame);

    @Override
    void close();
}
