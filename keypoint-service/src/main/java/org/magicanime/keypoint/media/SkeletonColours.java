package org.magicanime.keypoint.media;

import java.awt.Color;

/// The colours of OpenPose's and DWPose's drawings by their numbers on a canvas; 0 is nothing.
final class SkeletonColours {
    static final int LIMBS = 17;
    static final int JOINTS = 18;
    static final int HAND_LINES = 20;

    private static final int FIRST_JOINT = 1 + LIMBS;
    private static final int FIRST_HAND_LINE = FIRST_JOINT + JOINTS;
    static final int HAND_POINT = FIRST_HAND_LINE + HAND_LINES;
    static final int FACE_POINT = HAND_POINT + 1;
    static final int COUNT = FACE_POINT + 1;

    private static final double LIMB_ALPHA = 0.6;
    private static final int BLUE = 0x0000ff;
    private static final int WHITE = 0xffffff;

    /// Steps of hue around the wheel, from red over green and blue to the purple before red.
    private static final int[] WHEEL = {
        0xff0000, 0xff5500, 0xffaa00, 0xffff00, 0xaaff00, 0x55ff00, 0x00ff00, 0x00ff55, 0x00ffaa,
        0x00ffff, 0x00aaff, 0x0055ff, 0x0000ff, 0x5500ff, 0xaa00ff, 0xff00ff, 0xff00aa, 0xff0055
    };

    private SkeletonColours() {}

    /// @param number from 0
    static int limb(int number) {
        return 1 + number;
    }

    /// @param number from 0
    static int joint(int number) {
        return FIRST_JOINT + number;
    }

    /// @param number from 0
    static int handLine(int number) {
        return FIRST_HAND_LINE + number;
    }

    /// `0xRRGGBB` of a colour that is not 0.
    static int rgb(int colour) {
        if (colour < FIRST_JOINT) {
            return WHEEL[colour - 1];
        } else if (colour < FIRST_HAND_LINE) {
            return WHEEL[colour - FIRST_JOINT];
        } else if (colour < HAND_POINT) {
            return Color.HSBtoRGB((float) (colour - FIRST_HAND_LINE) / HAND_LINES, 1, 1) & 0xffffff;
        }
        return colour == HAND_POINT ? BLUE : WHITE;
    }

    /// How much of what is below it a colour hides: 0 to 1.
    static double alpha(int colour) {
        return colour == 0 ? 0 : colour < FIRST_JOINT ? LIMB_ALPHA : 1;
    }
}
