package org.magicanime.inference.landmark;

import java.nio.FloatBuffer;
import org.magicanime.inference.picture.Roi;

/// Reads the output of a landmark model. Knows no session.
public interface LandmarkReader {
    /// @param output as the model gave it
    /// @param region what the model was shown
    /// @throws IllegalArgumentException if the output has another size
    SeenLandmarks read(FloatBuffer output, Roi region);
}
