package org.magicanime.keypoint.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// The black behind the skeletons of a video, in 8-bit 4:2:0 with limited range.
///
/// libopenh264 takes a macroblock for background, and leaves of it what was there, if the luma of all its pixels has
/// hardly changed: of a few blue pixels that were there before, specks remain until the next key frame. (Its background
/// detection has no option.) So the black of every macroblock that is drawn on, or was until now, changes each time
/// between the two lumas 16 and 15, both of which are shown as the same black; that change is large enough.
final class BlackGround {
    private static final int BLOCK = 16;
    private static final byte BLACK = 16;
    private static final byte BLACK_TOO = 15;
    private static final byte NO_CHROMA = (byte) 128;

    private final SkeletonCanvas canvas;
    private final int columns;
    private final int rows;
    private final boolean[] drawn;
    private final byte[] luma;
    private final byte[] line;

    /// @param canvas as large as the pictures
    BlackGround(SkeletonCanvas canvas) {
        this.canvas = canvas;
        columns = (canvas.width() + BLOCK - 1) / BLOCK;
        rows = (canvas.height() + BLOCK - 1) / BLOCK;
        drawn = new boolean[columns * rows];
        luma = new byte[columns * rows];
        line = new byte[BLOCK];
        Arrays.fill(luma, BLACK);
    }

    /// Makes all of a picture black.
    static void fill(AVFrame picture) {
        for (int plane = 0; plane <= 2; plane++) {
            int height = plane == 0 ? picture.height() : picture.height() / 2;
            byte[] samples = new byte[picture.linesize(plane) * height];
            Arrays.fill(samples, plane == 0 ? BLACK : NO_CHROMA);
            plane(picture, plane, height).put(0, samples);
        }
    }

    /// Makes the blocks of a picture black that the canvas is drawn on, and those that it was drawn on the time before;
    /// the others stay as they are.
    void restore(AVFrame picture) {
        ByteBuffer y = plane(picture, 0, canvas.height());
        ByteBuffer u = plane(picture, 1, canvas.height() / 2);
        ByteBuffer v = plane(picture, 2, canvas.height() / 2);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int block = row * columns + column;
                boolean now = canvas.isDrawn(column * BLOCK, row * BLOCK, BLOCK);
                if (now || drawn[block]) {
                    luma[block] = luma[block] == BLACK ? BLACK_TOO : BLACK;
                    fill(y, picture.linesize(0), column, row, BLOCK, 1, luma[block]);
                    fill(u, picture.linesize(1), column, row, BLOCK / 2, 2, NO_CHROMA);
                    fill(v, picture.linesize(2), column, row, BLOCK / 2, 2, NO_CHROMA);
                }
                drawn[block] = now;
            }
        }
    }

    private void fill(ByteBuffer plane, int stride, int column, int row, int side, int shared, byte value) {
        int width = Math.min(side, canvas.width() / shared - column * side);
        int end = Math.min((row + 1) * side, canvas.height() / shared);
        Arrays.fill(line, value);
        for (int y = row * side; y < end; y++) {
            plane.put(y * stride + column * side, line, 0, width);
        }
    }

    private static ByteBuffer plane(AVFrame picture, int plane, int height) {
        return new BytePointer(picture.data(plane))
                .capacity((long) picture.linesize(plane) * height)
                .asByteBuffer();
    }
}
