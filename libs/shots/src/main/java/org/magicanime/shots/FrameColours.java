package org.magicanime.shots;

/// The colours of one frame, which are looked at in few frames only.
public interface FrameColours {
    /// {@link Chroma#differenceTo} of the frame before.
    double change();

    /// Of the frame; not kept.
    Chroma chroma();
}
