package org.magicanime.drawing.random;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// What film, age and codecs do to a picture: colours, blur, smears, grain, dirt, blocks.
final class FilmLook {
    /// Mean of a picture in which something can still be seen.
    private static final double DARKEST = 34;

    private final int size;
    private final Chance chance;
    private final Era era;

    FilmLook(int size, Era era, Chance chance) {
        this.size = size;
        this.era = era;
        this.chance = chance;
    }

    /// @param pixels 0xRRGGBB, row by row; changed in place
    /// @param parts numbers of {@link Part}: characters may have a texture of their own
    void apply(int[] pixels, int[] parts) {
        if (chance.in(0.15)) {
            texture(pixels, parts);
        }
        if (chance.in(0.25)) {
            blur(pixels, 1, true);
            if (chance.in(0.25)) {
                blur(pixels, 1, true);
            }
        }
        if (chance.in(0.06)) {
            smear(pixels);
        }
        tones(pixels);
        if (chance.in(era == Era.RUBBER_HOSE ? 0.5 : 0.25)) {
            grain(pixels, chance.ratio(2, 18));
        }
        if (chance.in(era == Era.RUBBER_HOSE ? 0.25 : 0.03)) {
            dirt(pixels);
        }
        if (chance.in(0.18)) {
            jpeg(pixels, chance.between(0.08, 0.5));
        } else if (chance.in(0.12)) {
            coarse(pixels);
        }
    }

    private void texture(int[] pixels, int[] parts) {
        float[] field = NoiseTextures.any(chance);
        double strong = chance.between(0.04, 0.16);
        int shift = chance.below(field.length);
        for (int i = 0; i < pixels.length; i++) {
            if (parts[i] != 0) {
                pixels[i] = times(pixels[i], 1 + strong * field[(i + shift) & (field.length - 1)]);
            }
        }
    }

    private static int times(int rgb, double factor) {
        return rgb((int) ((rgb >> 16 & 255) * factor), (int) ((rgb >> 8 & 255) * factor), (int) ((rgb & 255) * factor));
    }

    private static int rgb(int red, int green, int blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    /// Means of three, or of two along one direction.
    private void blur(int[] pixels, int reach, boolean both) {
        int[] copy = new int[pixels.length];
        along(pixels, copy, reach, 1);
        if (both) {
            along(copy, pixels, reach, size);
        } else {
            System.arraycopy(copy, 0, pixels, 0, pixels.length);
        }
    }

    private static void along(int[] from, int[] to, int reach, int step) {
        for (int i = 0; i < from.length; i++) {
            int before = from[Math.clamp(i - reach * step, 0, from.length - 1)];
            int here = from[i];
            int after = from[Math.clamp(i + reach * step, 0, from.length - 1)];
            int red = ((before >> 16 & 255) + 2 * (here >> 16 & 255) + (after >> 16 & 255)) >> 2;
            int green = ((before >> 8 & 255) + 2 * (here >> 8 & 255) + (after >> 8 & 255)) >> 2;
            int blue = ((before & 255) + 2 * (here & 255) + (after & 255)) >> 2;
            to[i] = red << 16 | green << 8 | blue;
        }
    }

    private void smear(int[] pixels) {
        int dx = chance.below(3) - 1;
        int dy = dx == 0 ? 1 : chance.below(3) - 1;
        for (int reach = 1; reach <= 2 + chance.below(2); reach++) {
            int[] copy = new int[pixels.length];
            along(pixels, copy, reach, dy * size + dx);
            System.arraycopy(copy, 0, pixels, 0, pixels.length);
        }
    }

    /// Brightness, contrast and colour.
    private void tones(int[] pixels) {
        double gain = chance.in(0.2) ? chance.between(0.4, 0.8) : chance.between(0.85, 1.15);
        gain = Math.max(gain, Math.min(1.6, DARKEST / Math.max(1, mean(pixels))));
        double lift = chance.in(0.3) ? chance.between(-10, 40) : 0;
        int mode = chance.weighted(
                era == Era.RUBBER_HOSE ? new double[] {4, 5, 1.5, 1.5} : new double[] {14, 1, 0.3, 1.5});
        double[] tint =
                switch (mode) {
                    case 2 -> new double[] {1.06, 0.95, 0.72};
                    case 3 ->
                        new double[] {chance.between(0.8, 1.2), chance.between(0.8, 1.2), chance.between(0.8, 1.2)};
                    default -> new double[] {1, 1, 1};
                };
        int[][] curves = new int[3][256];
        for (int c = 0; c < 3; c++) {
            for (int v = 0; v < 256; v++) {
                curves[c][v] = clamp((int) ((lift + v * gain) * tint[c]));
            }
        }
        boolean grey = mode == 1 || mode == 2;
        for (int i = 0; i < pixels.length; i++) {
            int red = pixels[i] >> 16 & 255;
            int green = pixels[i] >> 8 & 255;
            int blue = pixels[i] & 255;
            if (grey) {
                red = (77 * red + 151 * green + 28 * blue) >> 8;
                green = red;
                blue = red;
            }
            pixels[i] = curves[0][red] << 16 | curves[1][green] << 8 | curves[2][blue];
        }
    }

    private static double mean(int[] pixels) {
        long sum = 0;
        for (int i = 0; i < pixels.length; i += 7) {
            sum += pixels[i] >> 8 & 255;
        }
        return 7.0 * sum / pixels.length;
    }

    private void grain(int[] pixels, double strong) {
        int[] levels = new int[256];
        for (int i = 0; i < 256; i++) {
            levels[i] = (int) Math.round(chance.normal(strong));
        }
        long state = chance.seed();
        for (int i = 0; i < pixels.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int add = levels[(int) (state >>> 56)];
            int rgb = pixels[i];
            pixels[i] = rgb((rgb >> 16 & 255) + add, (rgb >> 8 & 255) + add, (rgb & 255) + add);
        }
    }

    private void dirt(int[] pixels) {
        int bright = chance.in(0.5) ? 235 : 15;
        for (int i = 2 + chance.below(10); i > 0; i--) {
            int x = chance.below(size);
            int y = chance.below(size);
            int radius = 1 + chance.below(2);
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    set(pixels, x + dx, y + dy, dx * dx + dy * dy <= radius * radius ? bright : -1);
                }
            }
        }
        for (int i = chance.below(3); i > 0; i--) {
            double x = chance.between(0, size);
            double drift = chance.normal(0.03);
            for (int y = 0; y < size; y++) {
                x += drift;
                set(pixels, (int) x, y, bright);
            }
        }
    }

    private void set(int[] pixels, int x, int y, int grey) {
        if (grey >= 0 && x >= 0 && y >= 0 && x < size && y < size) {
            int at = y * size + x;
            int old = pixels[at];
            pixels[at] = rgb(((old >> 16 & 255) + grey) / 2, ((old >> 8 & 255) + grey) / 2, ((old & 255) + grey) / 2);
        }
    }

    /// Smaller and larger again, as films of few pixels are.
    private void coarse(int[] pixels) {
        double factor = chance.between(1.5, 4);
        int[] copy = pixels.clone();
        for (int y = 0; y < size; y++) {
            double sy = Math.floor(y / factor) * factor + factor / 2;
            double fy = Math.clamp((y - sy) / factor, -1, 1);
            int upper = row(sy + (fy < 0 ? -factor : 0));
            int lower = row(sy + (fy < 0 ? 0 : factor));
            int wy = (int) (256 * (fy < 0 ? 1 + fy : fy));
            for (int x = 0; x < size; x++) {
                double sx = Math.floor(x / factor) * factor + factor / 2;
                double fx = Math.clamp((x - sx) / factor, -1, 1);
                int left = row(sx + (fx < 0 ? -factor : 0));
                int right = row(sx + (fx < 0 ? 0 : factor));
                int wx = (int) (256 * (fx < 0 ? 1 + fx : fx));
                int top = mix(copy[upper * size + left], copy[upper * size + right], wx);
                int bottom = mix(copy[lower * size + left], copy[lower * size + right], wx);
                pixels[y * size + x] = mix(top, bottom, wy);
            }
        }
    }

    private int row(double at) {
        return Math.clamp((int) at, 0, size - 1);
    }

    private static int mix(int one, int other, int share) {
        int red = ((one >> 16 & 255) * (256 - share) + (other >> 16 & 255) * share) >> 8;
        int green = ((one >> 8 & 255) * (256 - share) + (other >> 8 & 255) * share) >> 8;
        int blue = ((one & 255) * (256 - share) + (other & 255) * share) >> 8;
        return red << 16 | green << 8 | blue;
    }

    private void jpeg(int[] pixels, double quality) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, target, 0, pixels.length);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality((float) quality);
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, List.of(), null), how);
            }
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            read.getRGB(0, 0, size, size, pixels, 0, size);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] &= 0xFFFFFF;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
