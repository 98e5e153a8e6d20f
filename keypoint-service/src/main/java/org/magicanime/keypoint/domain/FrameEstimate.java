package org.magicanime.keypoint.domain;

/// One frame as the models see it.
///
/// @param body in pixels of the film, as estimated; without any point where no body was tracked
/// @param measures what the verdict rests on
/// @param held whether the frame shows the drawing of the frame before ("on twos")
public record FrameEstimate(WholeBody body, FrameMeasures measures, boolean held) {}
