package org.magicanime.facecrop.domain;

import org.magicanime.inference.picture.Bounds;

/// A face in one frame that belongs to a track.
///
/// @param track number of the track
/// @param sighting as the models see it, in pixels of the picture
/// @param landmarks in pixels of the film
/// @param look what it looks like
record SeenFace(int track, FaceSighting sighting, Landmarks landmarks, FaceLook look) {
    double score() {
        return sighting.score();
    }

    Bounds box() {
        return sighting.box();
    }
}
