package org.magicanime.keypoint.model;

import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Roi;

/// A body in one frame of a track.
///
/// @param pose as the model sees it
/// @param region what it was shown
/// @param track number of the track
/// @param startScore of the detection that the track began with
record TrackedBody(BodyPose pose, Roi region, int track, double startScore) {}
