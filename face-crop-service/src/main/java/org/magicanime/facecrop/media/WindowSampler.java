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
    private float[] line = new float[0];

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
        int lineLength = (across.most() - across.least() + 1) * RGB;
        if (line.length < lineLength) {
            line = new float[lineLength];
        }
        for (int row = 0; row < rowCount; row++) {
            int from = ((firstRow + row) * width + across.least()) * RGB;
            for (int i = 0; i < lineLength; i++) {
                line[i] = rgb[from + i] & 0xff;
            }
            across(across, row * SIDE * RGB);
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

    /// From `line`, whose first pixel is the least that the taps need. Everything is in locals, since this is where
    /// the time goes.
    private void across(LanczosTaps taps, int to) {
        int count = taps.count();
        int least = taps.least();
        int[] indices = taps.indices();
        float[] weights = taps.weights();
        float[] from = line;
        float[] made = rows;
        for (int x = 0; x < SIDE; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int at = x * count; at < (x + 1) * count; at++) {
                float weight = weights[at];
                int pixel = (indices[at] - least) * RGB;
                red += weight * from[pixel];
                green += weight * from[pixel + 1];
                blue += weight * from[pixel + 2];
            }
            made[to + x * RGB] = red;
            made[to + x * RGB + 1] = green;
            made[to + x * RGB + 2] = blue;
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
