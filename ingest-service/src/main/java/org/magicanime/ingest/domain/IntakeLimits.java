package org.magicanime.ingest.domain;

import org.magicanime.video.ProbeLimits;

/// What an object may be.
///
/// @param maxBytes larger objects are not even fetched (`too-large`)
/// @param film what the film in it may be
public record IntakeLimits(long maxBytes, ProbeLimits film) {}
