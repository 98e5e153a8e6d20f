package org.magicanime.keypoint.model;

import org.magicanime.inference.picture.Picture;

/// Tells frames that hold the drawing before them: hand-drawn films show most drawings for two frames or three.
///
/// Compared in blocks, since a mouth may be all that moves; what differs less than encoding makes it differ is held.
final class HeldDrawings {
    private static final int BLOCK = 16;
    private static final int SKIP = 2;
    /// Mean difference of a block's green, of 255.
    private static final double NOISE = 1.5;

    private byte[] before = new byte[0];

    /// @return whether `picture` is like the one of the call before; false for the first
    boolean isHeld(Picture picture) {
        byte[] rgb = picture.rgb();
        boolean held = before.length == rgb.length && !differs(picture, rgb);
        if (before.length != rgb.length) {
            before = new byte[rgb.length];
        }
        System.arraycopy(rgb, 0, before, 0, rgb.length);
        return held;
    }

    private boolean differs(Picture picture, byte[] rgb) {
        for (int top = 0; top < picture.height(); top += BLOCK) {
            int bottom = Math.min(top + BLOCK, picture.height());
            for (int left = 0; left < picture.width(); left += BLOCK) {
                int right = Math.min(left + BLOCK, picture.width());
                long sum = 0;
                int count = 0;
                for (int y = top; y < bottom; y += SKIP) {
                    int at = (y * picture.width() + left) * Picture.CHANNELS + 1;
                    for (int x = left; x < right; x += SKIP) {
                        sum += Math.abs((rgb[at] & 0xff) - (before[at] & 0xff));
                        at += SKIP * Picture.CHANNELS;
                        count++;
                    }
                }
                if (sum > NOISE * count) {
                    return true;
                }
            }
        }
        return false;
    }
}
