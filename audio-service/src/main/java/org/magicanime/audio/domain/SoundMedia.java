package org.magicanime.audio.domain;

import java.nio.file.Path;

/// Reads what the stages before made of a face, and writes sound. The same input gives the same bytes.
public interface SoundMedia {
    /// Reads a `sound.flac`.
    ///
    /// @throws IllegalStateException if it cannot be decoded
    FilmSound read(Path sound);

    /// Likewise, with the sides of a sound that has two channels, so loud that their mean is the mixed channel.
    FilmSound readWithSides(Path sound);

    /// One channel at another rate.
    float[] resample(float[] samples, int from, int to);

    /// When each picture of a clip is shown, in seconds from the first one, and when the last one ends.
    double[] times(Path clip);

    /// Writes 48 kHz as MP3, of which exactly as many samples are decoded.
    void writeMp3(float[] samples, Path target);

    /// Writes 48 kHz as FLAC.
    void writeFlac(float[] samples, Path target);

    /// Writes a clip's pictures with 48 kHz as its sound.
    void writeClip(Path clip, float[] samples, Path target);
}
