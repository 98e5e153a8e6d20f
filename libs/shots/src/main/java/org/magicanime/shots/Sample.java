package org.magicanime.shots;

/// Sizes of the sample of a frame that is looked at: 64 × 40 luma and 32 × 20 of each chroma, whatever the shape of the
/// picture, each the mean of the pixels that come together, 0 to 255 (full range).
public final class Sample {
    public static final int WIDTH = 64;
    public static final int HEIGHT = 40;
    /// Values of luma.
    public static final int LUMA = WIDTH * HEIGHT;

    public static final int CHROMA_WIDTH = WIDTH / 2;
    public static final int CHROMA_HEIGHT = HEIGHT / 2;
    /// Values of each chroma.
    public static final int CHROMA = CHROMA_WIDTH * CHROMA_HEIGHT;

    private Sample() {}
}
