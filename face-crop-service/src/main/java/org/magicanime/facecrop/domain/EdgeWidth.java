package org.magicanime.facecrop.domain;

import java.util.Arrays;
import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;

/// How sharp a face is: the width of the sharpest edges around the eyes, which are the strongest of any face, drawn or
/// real. The contrast by the steepest slope, after the edge widths of Marziliano et al. (ICIP 2002).
final class EdgeWidth {
    private static final int FIRST_OF_EYES = 36;
    private static final int END_OF_EYES = 48;
    private static final double DARK = 0.05;
    private static final double LIGHT = 0.95;
    private static final double STEEP = 0.98;

    private EdgeWidth() {}

    /// @param points the 68 landmarks in pixels of the picture
    /// @return pixels of the picture; 0 where the eyes are not in it
    static double of(Picture picture, List<Point> points) {
        Bounds eyes = Bounds.of(points.subList(FIRST_OF_EYES, END_OF_EYES));
        double margin = (eyes.right() - eyes.left()) / 10;
        int left = (int) Math.clamp(Math.floor(eyes.left() - margin), 0, picture.width() - 1);
        int top = (int) Math.clamp(Math.floor(eyes.top() - margin), 0, picture.height() - 1);
        int right = (int) Math.clamp(Math.ceil(eyes.right() + margin), 0, picture.width() - 1);
        int bottom = (int) Math.clamp(Math.ceil(eyes.bottom() + margin), 0, picture.height() - 1);
        int width = right - left;
        int height = bottom - top;
        if (width < 2 || height < 2) {
            return 0;
        }
        double[] lumas = new double[width * height];
        double[] slopes = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double here = luma(picture, left + x, top + y);
                double across = luma(picture, left + x + 1, top + y) - here;
                double down = luma(picture, left + x, top + y + 1) - here;
                lumas[y * width + x] = here;
                slopes[y * width + x] = Math.sqrt(across * across + down * down);
            }
        }
        Arrays.sort(lumas);
        Arrays.sort(slopes);
        double contrast = share(lumas, LIGHT) - share(lumas, DARK);
        return contrast / Math.max(1, share(slopes, STEEP));
    }

    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /// 0 to 255, by the weights of BT.709.
    private static double luma(Picture picture, int x, int y) {
        byte[] rgb = picture.rgb();
        int at = (y * picture.width() + x) * Picture.CHANNELS;
        return 0.2126 * (rgb[at] & 0xff) + 0.7152 * (rgb[at + 1] & 0xff) + 0.0722 * (rgb[at + 2] & 0xff);
    }
}
