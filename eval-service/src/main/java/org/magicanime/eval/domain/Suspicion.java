package org.magicanime.eval.domain;

/// A mistake that a video looks like.
///
/// @param code `colour-range`, `colour-matrix`, `shifted-by-a-pixel`, `a-frame-late`, `a-frame-early`, `dropped-frame`
/// @param text one sentence for people
/// @param share of the squared error that is left when the mistake is undone, 0 to 1
public record Suspicion(String code, String text, double share) {}
