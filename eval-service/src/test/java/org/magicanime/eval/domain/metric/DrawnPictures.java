package org.magicanime.eval.domain.metric;

/// Pictures that are arithmetic, so that `src/test/golden/golden.py` draws the same.
public final class DrawnPictures {
    private DrawnPictures() {}

    /// @param picture kind and number, such as `soft:3`
    public static RgbFrame of(String picture, int width, int height) {
        int colon = picture.indexOf(':');
        String kind = picture.substring(0, colon);
        int number = Integer.parseInt(picture.substring(colon + 1));
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    rgb[(y * width + x) * 3 + c] = (byte) level(kind, number, x, y, c, width, height);
                }
            }
        }
        return new RgbFrame(width, height, rgb);
    }

    private static int level(String kind, int number, int x, int y, int c, int width, int height) {
        return switch (kind) {
            case "constant" -> number;
            case "gradient" -> gradient(x, y, c, width, height);
            case "brighter" -> Math.min(gradient(x, y, c, width, height) + 1, 255);
            case "noise" -> hash(x, y, c, number) >>> 24;
            case "waves" -> ((x * (3 + number)) ^ (y * 5 + c * 40)) & 255;
            case "soft" -> soft(x, y, c, number, width, height);
            case "shifted" -> soft(x + 1, y, c, number, width, height);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static int soft(int x, int y, int c, int number, int width, int height) {
        int level = gradient(x, y, c, width, height) + (hash(x, y, c, number) & 31) - 16;
        return Math.clamp(level, 0, 255);
    }

    private static int gradient(int x, int y, int c, int width, int height) {
        return (x * (c + 1) * 255 / (3 * width) + y * 170 / height) % 256;
    }

    private static int hash(int x, int y, int c, int number) {
        int v = x * 374_761_393 + y * 668_265_263 + c * (int) 2_246_822_519L + number * (int) 3_266_489_917L;
        v ^= v >>> 13;
        v *= 1_274_126_177;
        return v ^ (v >>> 16);
    }
}
