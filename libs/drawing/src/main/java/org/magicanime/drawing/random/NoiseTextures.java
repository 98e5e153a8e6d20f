package org.magicanime.drawing.random;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Grey cloud patterns, made once: washes of colour, rough walls, the grain of paper.
final class NoiseTextures {
    static final int SIZE = 256;
    private static final int COUNT = 24;
    private static final float[][] FIELDS = fields();

    private NoiseTextures() {}

    /// About -2 to 2, row by row; goes on at its edges.
    static float[] any(Chance chance) {
        return FIELDS[chance.below(COUNT)];
    }

    private static float[][] fields() {
        float[][] all = new float[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            all[i] = field(new Chance(7919L * (i + 1)), 2 + i % 5, 0.35 + 0.4 * ((i * 7) % 10) / 10.0);
        }
        return all;
    }

    private static float[] field(Chance chance, int firstOctave, double keep) {
        float[] sum = new float[SIZE * SIZE];
        double weight = 1;
        for (int octave = firstOctave; octave <= 7; octave++) {
            add(sum, 1 << octave, weight, chance);
            weight *= keep;
        }
        double square = 0;
        for (float value : sum) {
            square += value * value;
        }
        float scale = (float) (1 / Math.sqrt(square / sum.length + 1e-9));
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    private static void add(float[] sum, int cells, double weight, Chance chance) {
        double[] grid = new double[cells * cells];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = chance.normal(weight);
        }
        double step = (double) cells / SIZE;
        for (int y = 0; y < SIZE; y++) {
            double gy = y * step;
            int top = (int) gy;
            double fy = smooth(gy - top);
            for (int x = 0; x < SIZE; x++) {
                double gx = x * step;
                int left = (int) gx;
                double fx = smooth(gx - left);
                int right = (left + 1) % cells;
                int below = (top + 1) % cells;
                double upper = grid[top * cells + left] * (1 - fx) + grid[top * cells + right] * fx;
                double lower = grid[below * cells + left] * (1 - fx) + grid[below * cells + right] * fx;
                sum[y * SIZE + x] += (float) (upper * (1 - fy) + lower * fy);
            }
        }
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /// Clouds of two colours.
    static BufferedImage wash(int first, int second, double contrast, Chance chance) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] field = any(chance);
        int shift = chance.below(SIZE * SIZE);
        int[] ramp = new int[64];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = mix(first, second, i / 63.0);
        }
        for (int i = 0; i < pixels.length; i++) {
            double share = 0.5 + contrast * 0.3 * field[(i + shift) & (SIZE * SIZE - 1)];
            pixels[i] = ramp[(int) Math.clamp(share * 64, 0, 63)];
        }
        return image;
    }

    private static int mix(int first, int second, double share) {
        int red = (int) ((first >> 16 & 255) * (1 - share) + (second >> 16 & 255) * share);
        int green = (int) ((first >> 8 & 255) * (1 - share) + (second >> 8 & 255) * share);
        int blue = (int) ((first & 255) * (1 - share) + (second & 255) * share);
        return red << 16 | green << 8 | blue;
    }
}
