package org.magicanime.facecrop.model;

import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;

/// A model that sees the landmarks of a face.
interface Landmarker extends AutoCloseable {
    /// @param region about one and a half times as large as the face
    /// @return what is most like a face there, however little
    FaceSighting look(Picture picture, Roi region);

    @Override
    void close();
}
