package org.magicanime.testkit.motion;

/// What somebody states of a drawn motion, in the words of `motion-facts.json`.
///
/// @param predicate as `waves`
/// @param side of which of the character's own limbs: `left`, `right`, `both`; `none` of the whole body
/// @param heading where to: `picture-left`, `own-left`, `front` …; `none` of what goes nowhere
/// @param first frame of the cartoon in which it is to hold
/// @param end the frame after the last one
public record Statement(String predicate, String side, String heading, long first, long end) {}
