package org.magicanime.audio.domain;

import java.util.Map;

/// Takes voices out of a mixture: a separation model that a user brings. The same sound gets the same answer. Not for
/// more than one thread at a time.
public interface VoiceSeparator {
    /// Samples per second that {@link #voice} takes.
    int RATE = 44_100;

    /// @param sides left and right at 44.1 kHz, `[2, samples]`; speech in them has an effective value of about −26 dBFS
    /// @return the voice, likewise, as long, aligned
    float[][] voice(float[][] sides);

    /// Which model that is.
    String model();

    /// SHA-256 of its file.
    String sha256();

    /// What it does its work with, its digest among it, by name.
    Map<String, String> parameters();
}
