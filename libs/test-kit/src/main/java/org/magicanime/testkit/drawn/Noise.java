package org.magicanime.testkit.drawn;

/// White noise, and music, sample by sample: any of them can be asked for at any time.
final class Noise {
    private static final double[][] CHORDS = {
        {220, 277.18, 329.63}, {196, 246.94, 293.66}, {174.61, 220, 261.63}, {164.81, 207.65, 246.94}
    };
    private static final double CHORD_SECONDS = 2;
    private static final double NOTE_SECONDS = 0.25;

    private Noise() {}

    /// @return −1 to 1, as good as independent of its neighbours
    static double at(long number) {
        // SplitMix64
        long mixed = number * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (double) ((mixed ^ (mixed >>> 31)) >> 11) / (1L << 52);
    }

    /// Broken chords of plucked strings.
    ///
    /// @return about −1 to 1
    static double music(double seconds) {
        double[] chord = CHORDS[(int) (seconds / CHORD_SECONDS) % CHORDS.length];
        double sum = 0;
        for (double hertz : chord) {
            sum += 0.22 * Math.sin(2 * Math.PI * hertz * seconds);
        }
        int note = (int) (seconds / NOTE_SECONDS);
        double since = seconds - note * NOTE_SECONDS;
        double hertz = 2 * chord[note % chord.length];
        double pluck = Math.min(1, since / 0.01) * Math.exp(-7 * since) * Math.min(1, (NOTE_SECONDS - since) / 0.01);
        return sum + 0.35 * pluck * Math.sin(2 * Math.PI * hertz * since);
    }
}
