package org.magicanime.keypoint.media;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.video.libav.Colours;

/// Lays what is drawn on a canvas over the planes of an 8-bit 4:2:0 picture. Only the rows that were drawn on cost
/// anything.
final class SkeletonLayer {
    private static final int OPAQUE = 256;
    /// A chroma sample belongs to 2×2 pixels.
    private static final int SHARED = 4;

    private final SkeletonCanvas canvas;
    private final int[] alpha = new int[SkeletonColours.COUNT];
    /// The samples of each colour in each plane, times its alpha.
    private final int[][] weighted = new int[3][SkeletonColours.COUNT];

    private final byte[] row;

    /// @param canvas as large as the pictures, an even number of pixels wide and high
    /// @param colours of the pictures
    SkeletonLayer(SkeletonCanvas canvas, Colours colours) {
        this.canvas = canvas;
        this.row = new byte[canvas.width()];
        YuvCode code = YuvCode.of(colours);
        for (int colour = 1; colour < SkeletonColours.COUNT; colour++) {
            alpha[colour] = (int) Math.round(OPAQUE * SkeletonColours.alpha(colour));
            double[] samples = code.samples(SkeletonColours.rgb(colour));
            for (int plane = 0; plane < samples.length; plane++) {
                weighted[plane][colour] = (int) Math.round(samples[plane] * alpha[colour]);
            }
        }
    }

    /// Lays the canvas over a picture.
    void over(AVFrame picture) {
        int left = canvas.left() & ~1;
        int top = canvas.top() & ~1;
        int columns = (canvas.right() + 1 & ~1) - left;
        if (columns <= 0) {
            return;
        }
        ByteBuffer luma = plane(picture, 0, canvas.height());
        for (int y = canvas.top(); y < canvas.bottom(); y++) {
            int at = y * picture.linesize(0) + left;
            luma.get(at, row, 0, columns);
            lumaRow(y, left, columns);
            luma.put(at, row, 0, columns);
        }
        for (int plane = 1; plane <= 2; plane++) {
            ByteBuffer chroma = plane(picture, plane, canvas.height() / 2);
            for (int y = top; y < canvas.bottom(); y += 2) {
                int at = y / 2 * picture.linesize(plane) + left / 2;
                chroma.get(at, row, 0, columns / 2);
                chromaRow(weighted[plane], y, left, columns / 2);
                chroma.put(at, row, 0, columns / 2);
            }
        }
    }

    private void lumaRow(int y, int left, int columns) {
        for (int i = 0; i < columns; i++) {
            int colour = canvas.colour(left + i, y);
            if (colour != 0) {
                int below = row[i] & 0xff;
                row[i] = (byte) ((below * (OPAQUE - alpha[colour]) + weighted[0][colour] + OPAQUE / 2) / OPAQUE);
            }
        }
    }

    private void chromaRow(int[] samples, int y, int left, int columns) {
        for (int i = 0; i < columns; i++) {
            int x = left + 2 * i;
            int a = canvas.colour(x, y);
            int b = canvas.colour(x + 1, y);
            int c = canvas.colour(x, y + 1);
            int d = canvas.colour(x + 1, y + 1);
            if ((a | b | c | d) != 0) {
                int hidden = alpha[a] + alpha[b] + alpha[c] + alpha[d];
                int drawn = samples[a] + samples[b] + samples[c] + samples[d];
                int below = row[i] & 0xff;
                row[i] =
                        (byte) ((below * (SHARED * OPAQUE - hidden) + drawn + SHARED * OPAQUE / 2) / (SHARED * OPAQUE));
            }
        }
    }

    private static ByteBuffer plane(AVFrame picture, int plane, int height) {
        return new BytePointer(picture.data(plane))
                .capacity((long) picture.linesize(plane) * height)
                .asByteBuffer();
    }
}
