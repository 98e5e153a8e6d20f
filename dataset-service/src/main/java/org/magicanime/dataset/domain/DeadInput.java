package org.magicanime.dataset.domain;

/// An input that a service gave up, for people.
///
/// @param topic the dead-letter topic
/// @param offset in it
/// @param key of the input; empty if it has none
/// @param reason why it was given up
/// @param payload the input as text, whatever it is; its beginning, if it is long
public record DeadInput(String topic, long offset, String key, String reason, String payload) {}
