package org.magicanime.video;

import java.time.Duration;

/// How a film is read as small pictures.
///
/// @param width pixels of every picture, whatever the film's shape
/// @param height likewise
/// @param damaged whether measuring saw damage: such a film is decoded by one thread, which is slower and repeatable
/// @param timeout wall time after which the child is ended; who takes the pictures is part of it
/// @param memoryMiB address space of the child
public record ShrinkOptions(int width, int height, boolean damaged, Duration timeout, int memoryMiB) {
    private static final int MOST = 256;

    public ShrinkOptions {
        if (width < 1 || height < 1 || width > MOST || height > MOST) {
            throw new IllegalArgumentException(
                    "small pictures have 1 to " + MOST + " pixels on a side, not " + width + "x" + height);
        }
    }

    /// Bytes of one picture.
    public int bytes() {
        return width * height * 3;
    }
}
