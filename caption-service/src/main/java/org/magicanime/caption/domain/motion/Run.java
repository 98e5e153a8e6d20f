package org.magicanime.caption.domain.motion;

/// Neighbouring frames of a span, counted from its first one.
///
/// @param first the first of them
/// @param end the frame after the last one
record Run(int first, int end) {
    int frames() {
        return end - first;
    }
}
