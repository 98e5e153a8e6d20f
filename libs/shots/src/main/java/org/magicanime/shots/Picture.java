package org.magicanime.shots;

import static org.magicanime.shots.Sample.HEIGHT;
import static org.magicanime.shots.Sample.LUMA;
import static org.magicanime.shots.Sample.WIDTH;

import org.magicanime.shots.Area.Box;

/// The luma of one sample, and what follows from it alone. Used again and again: a film has many.
final class Picture {
    static final int HALF_WIDTH = WIDTH / 2;
    static final int HALF_HEIGHT = HEIGHT / 2;
    static final int HALF = HALF_WIDTH * HALF_HEIGHT;
    static final int THUMB_WIDTH = WIDTH / 4;
    static final int THUMB_HEIGHT = HEIGHT / 4;
    static final int THUMB = THUMB_WIDTH * THUMB_HEIGHT;

    final int[] luma = new int[LUMA];
    /// Sums of 2 × 2 of luma.
    final int[] half = new int[HALF];
    /// Sums of 4 × 4 of luma.
    final int[] thumb = new int[THUMB];
    /// |∂x| + |∂y| of luma; 0 in the last row and column.
    final int[] gradient = new int[LUMA];

    /// What all that follows is of; the picture must be looked at again for another.
    Box area = Box.ALL;
    /// Sum of the gradient in the area.
    int gradientSum;
    /// Sum of its squares.
    long gradientSquares;
    /// Of luma, within the area.
    float mean;
    /// Likewise.
    float deviation;

    /// Takes a sample; {@link #look} is to follow.
    void take(byte[] newLuma) {
        for (int i = 0; i < LUMA; i++) {
            luma[i] = newLuma[i] & 0xff;
        }
    }

    void look(Box newArea) {
        area = newArea;
        measure();
        add(luma, WIDTH, half, HALF_WIDTH, HALF_HEIGHT);
        add(half, HALF_WIDTH, thumb, THUMB_WIDTH, THUMB_HEIGHT);
        for (int y = 0; y < HEIGHT - 1; y++) {
            int row = y * WIDTH;
            for (int x = 0; x < WIDTH - 1; x++) {
                int at = row + x;
                gradient[at] = Math.abs(luma[at + 1] - luma[at]) + Math.abs(luma[at + WIDTH] - luma[at]);
            }
        }
        sumGradient();
    }

    private void sumGradient() {
        gradientSum = 0;
        gradientSquares = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int rowSum = 0;
            int rowSquares = 0;
            // A row's sums fit: 64 · 510².
            for (int i = y * WIDTH + area.left(); i < y * WIDTH + area.right(); i++) {
                rowSum += gradient[i];
                rowSquares += gradient[i] * gradient[i];
            }
            gradientSum += rowSum;
            gradientSquares += rowSquares;
        }
    }

    private void measure() {
        long sum = 0;
        long squares = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int rowSum = 0;
            int rowSquares = 0;
            for (int i = y * WIDTH + area.left(); i < y * WIDTH + area.right(); i++) {
                rowSum += luma[i];
                rowSquares += luma[i] * luma[i];
            }
            sum += rowSum;
            squares += rowSquares;
        }
        double average = (double) sum / area.size();
        mean = (float) average;
        deviation = (float) Math.sqrt(Math.max(0, (double) squares / area.size() - average * average));
    }

    private static void add(int[] from, int fromWidth, int[] to, int width, int height) {
        for (int y = 0; y < height; y++) {
            int above = 2 * y * fromWidth;
            for (int x = 0; x < width; x++) {
                int at = above + 2 * x;
                to[y * width + x] = from[at] + from[at + 1] + from[at + fromWidth] + from[at + fromWidth + 1];
            }
        }
    }
}
