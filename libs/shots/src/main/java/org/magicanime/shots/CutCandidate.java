package org.magicanime.shots;

/// A frame that looks like the first of a new shot.
final class CutCandidate {
    final int frame;
    final float brightness;
    final float colour;
    final float changed;
    /// Whether the picture goes to one colour, or nearly: it may be a flash that takes its time.
    final boolean blinding;
    /// The frame at which the picture before came back; 0 if it did not.
    int returned;
    /// Whether the picture had been there already, and only comes back.
    boolean resumes;
    double prominence;
    /// What is unexplained, in multiples of the livelier side.
    double calm;
    /// What is unexplained, in contrasts of the pictures.
    double relative;
    double score;
    /// Whether it is no cut by itself, and may be one in a shot whose ends differ.
    boolean onSecondLook;

    CutCandidate(int frame, float brightness, float colour, float changed, boolean blinding) {
        this.frame = frame;
        this.brightness = brightness;
        this.colour = colour;
        this.changed = changed;
        this.blinding = blinding;
    }
}
