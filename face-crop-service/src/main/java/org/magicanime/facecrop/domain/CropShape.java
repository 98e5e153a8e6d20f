package org.magicanime.facecrop.domain;

import java.util.Map;
import java.util.TreeMap;

/// What is cut out around a face. Part of the parameters that every artifact's key is derived from.
///
/// @param scale side of the window / longer side of the landmarks' box; LivePortrait cuts with 2.3
/// @param rise how far the window's middle lies above that of the box, in sides of the window: the landmarks end at the
///     brows, the head does not; LivePortrait's is 0.125
/// @param margin how far the landmarks' box stays away from the window's edges in every frame, in sides of the window
/// @param smoothSeconds standard deviation of the Gaussian that the window's path is smoothed with; 0 for none
public record CropShape(double scale, double rise, double margin, double smoothSeconds) {
    public static final CropShape DEFAULT = new CropShape(2.4, 0.125, 0.05, 0.2);

    public CropShape {
        if (!(scale > 1 && margin >= 0 && margin < 0.5 && rise >= 0 && rise < 0.5 && smoothSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "scale > 1, 0 <= margin < 0.5, 0 <= rise < 0.5 and smoothSeconds not negative must hold");
        }
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("window.scale", Double.toString(scale));
        all.put("window.rise", Double.toString(rise));
        all.put("window.margin", Double.toString(margin));
        all.put("window.smooth-seconds", Double.toString(smoothSeconds));
        return all;
    }
}
