package org.magicanime.caption.domain.look;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.magicanime.inference.picture.Picture;

/// Light and colours of some pictures, added up.
final class PictureStatistics {
    /// Share of the pixels from which on a colour is one of the picture's.
    private static final double DOMINANT = 0.12;

    private static final int MOST_COLOURS = 3;
    private static final int LEVELS = 256;

    private final long[] luma = new long[LEVELS];
    private final Map<ColourName, Long> colours = new EnumMap<>(ColourName.class);
    private long pixels;

    void add(Picture picture) {
        byte[] rgb = picture.rgb();
        int all = picture.width() * picture.height();
        long[] counts = new long[ColourName.values().length];
        for (int i = 0; i < all; i++) {
            int red = rgb[3 * i] & 0xff;
            int green = rgb[3 * i + 1] & 0xff;
            int blue = rgb[3 * i + 2] & 0xff;
            // Rec. 709
            luma[(int) Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)]++;
            counts[ColourName.of(red, green, blue).ordinal()]++;
        }
        for (ColourName name : ColourName.values()) {
            colours.merge(name, counts[name.ordinal()], Long::sum);
        }
        pixels += all;
    }

    /// Mean luma, 0 to 255.
    double brightness() {
        double sum = 0;
        for (int i = 0; i < LEVELS; i++) {
            sum += (double) i * luma[i];
        }
        return sum / Math.max(1, pixels);
    }

    /// From the darkest twentieth to the brightest, 0 to 255.
    double contrast() {
        return quantile(0.95) - quantile(0.05);
    }

    private double quantile(double share) {
        long left = Math.round(share * pixels);
        int level = 0;
        while (level < LEVELS - 1 && left >= luma[level]) {
            left -= luma[level];
            level++;
        }
        return level;
    }

    /// @return the largest first; at least one
    List<ColourShare> dominant() {
        List<ColourShare> sorted = Arrays.stream(ColourName.values())
                .map(name -> new ColourShare(name, colours.getOrDefault(name, 0L) / (double) Math.max(1, pixels)))
                .sorted(Comparator.comparingDouble(ColourShare::share)
                        .reversed()
                        .thenComparing(ColourShare::colour))
                .toList();
        List<ColourShare> many = sorted.stream()
                .filter(each -> each.share() >= DOMINANT)
                .limit(MOST_COLOURS)
                .toList();
        return many.isEmpty() ? sorted.subList(0, 1) : many;
    }
}
