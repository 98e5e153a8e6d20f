package org.magicanime.facecrop.media;

import java.util.Arrays;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.facecrop.domain.CropWindow;

/// Cuts a window out of a picture and makes it as large as a face clip, by Lanczos' kernel with three
/// lobes, widened by as much as the window is made smaller, so that nothing is skipped. The window may
/// begin anywhere in a pixel and reach outside of the picture, whose edge is then repeated. Computed in
/// Java, with the same bits on every machine.
///
/// Belongs to one thread.
final class WindowSampler {
    private static final int SIDE = FacesCropped.SIDE;
    private static final int RGB = 3;

    private float[] rows = new float[0];

    /// @param rgb rows from above
    /// @return RGB, rows from above, 512×512
    byte[] sample(byte[] rgb, int width, int height, CropWindow window) {
        LanczosTaps across = LanczosTaps.of(window.left(), window.side(), SIDE, width);
        LanczosTaps down = LanczosTaps.of(window.top(), window.side(), SIDE, height);
        int firstRow = down.least();
        int rowCount = down.most() - firstRow + 1;
        if (rows.length < rowCount * SIDE * RGB) {
            rows = new float[rowCount * SIDE * RGB];
        }
        for (int row = 0; row < rowCount; row++) {
            across(rgb, (firstRow + row) * width * RGB, across, row * SIDE * RGB);
        }
        byte[] square = new byte[SIDE * SIDE * RGB];
        float[] sums = new float[SIDE * RGB];
        for (int y = 0; y < SIDE; y++) {
            down(down, y, firstRow, sums);
            for (int i = 0; i < sums.length; i++) {
                square[y * sums.length + i] = (byte) Math.clamp(Math.round(sums[i]), 0, 255);
            }
        }
        return square;
    }

    private void across(byte[] rgb, int from, LanczosTaps taps, int to) {
        for (int x = 0; x < SIDE; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int tap = 0; tap < taps.count(); tap++) {
                float weight = taps.weight(x, tap);
                int pixel = from + taps.index(x, tap) * RGB;
                red += weight * (rgb[pixel] & 0xff);
                green += weight * (rgb[pixel + 1] & 0xff);
                blue += weight * (rgb[pixel + 2] & 0xff);
            }
            rows[to + x * RGB] = red;
            rows[to + x * RGB + 1] = green;
            rows[to + x * RGB + 2] = blue;
        }
    }

    private void down(LanczosTaps taps, int y, int firstRow, float[] sums) {
        Arrays.fill(sums, 0);
        for (int tap = 0; tap < taps.count(); tap++) {
            float weight = taps.weight(y, tap);
            int from = (taps.index(y, tap) - firstRow) * sums.length;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * rows[from + i];
            }
        }
    }
}
