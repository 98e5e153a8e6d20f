package org.magicanime.audio.domain;

/// What took a voice out of a sound.
///
/// @param model id in the catalogue
/// @param sha256 of its file
/// @param ratio of the voice to what was taken away, in decibels, where somebody speaks
public record SeparatedBy(String model, String sha256, double ratio) {}
