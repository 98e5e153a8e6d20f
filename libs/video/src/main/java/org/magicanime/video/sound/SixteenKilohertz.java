package org.magicanime.video.sound;

import java.nio.file.Path;

/// Speech as most encoders of speech want it: WAV with 16 kHz, one channel, 16 bits.
public final class SixteenKilohertz {
    private static final int RATE = 16_000;

    private SixteenKilohertz() {}

    /// @param speech a sound file of ours
    /// @param target which begins and ends with it, to a sample; the same speech gives the same bytes
    /// @throws IllegalStateException if the speech cannot be decoded
    public static void write(Path speech, Path target) {
        Sound sound = SoundFile.read(speech);
        SoundWriter.wav(Resampling.of(sound.samples(), sound.rate(), RATE), RATE, target);
    }
}
