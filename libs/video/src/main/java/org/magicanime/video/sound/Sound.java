package org.magicanime.video.sound;

/// One channel of sound.
///
/// @param rate samples per second; 0 if there are none
/// @param channels that it was mixed down from
/// @param samples −1 to 1, beyond that where it was mixed too loud
public record Sound(int rate, int channels, float[] samples) {
    public double seconds() {
        return rate == 0 ? 0 : (double) samples.length / rate;
    }
}
