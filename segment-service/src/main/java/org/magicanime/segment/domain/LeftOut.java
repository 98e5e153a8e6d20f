package org.magicanime.segment.domain;

import org.magicanime.contracts.FrameSpan;

/// Frames that are in no clip, and why.
///
/// @param span the frames
/// @param code the reason, for machines
/// @param reason the reason, for people
/// @param measured the measured value that `reason` speaks of
/// @param threshold the value that it had to keep to
public record LeftOut(FrameSpan span, String code, String reason, double measured, double threshold) {}
