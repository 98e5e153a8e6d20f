package org.magicanime.caption.domain.motion;

/// What a mirror shows: left and right change places, in the picture and of the body.
public final class Mirror {
    private static final int[] POINTS = points();

    private Mirror() {}

    /// @param width pixels of the picture
    public static KeypointSeries of(KeypointSeries series, int width) {
        int frames = (int) series.frames().frames();
        float[] values = new float[series.values().length];
        for (int frame = 0; frame < frames; frame++) {
            for (int point = 0; point < KeypointSeries.POINTS; point++) {
                int to = (frame * KeypointSeries.POINTS + point) * KeypointSeries.VALUES;
                int from = (frame * KeypointSeries.POINTS + POINTS[point]) * KeypointSeries.VALUES;
                boolean seen = series.values()[from + 2] > 0;
                values[to] = seen ? width - series.values()[from] : 0;
                values[to + 1] = series.values()[from + 1];
                values[to + 2] = series.values()[from + 2];
            }
        }
        return new KeypointSeries(series.frames(), series.framesPerSecond(), values);
    }

    /// Left and right in a caption.
    public static String of(String text) {
        return text.replaceAll("\\bleft\\b", "~")
                .replaceAll("\\bright\\b", "left")
                .replace("~", "right");
    }

    private static int[] points() {
        int[] points = new int[KeypointSeries.POINTS];
        for (int i = 0; i < points.length; i++) {
            points[i] = i;
        }
        for (int left = 1; left < 17; left += 2) {
            swap(points, left, left + 1);
        }
        for (int i = 0; i < 3; i++) {
            swap(points, 17 + i, 20 + i);
        }
        for (int i = 0; i < 8; i++) {
            swap(points, 23 + i, 23 + 16 - i);
        }
        for (int i = 0; i < 5; i++) {
            swap(points, 23 + 17 + i, 23 + 26 - i);
        }
        int[][] face = {
            {31, 35}, {32, 34}, {36, 45}, {37, 44}, {38, 43}, {39, 42}, {40, 47}, {41, 46}, {48, 54}, {49, 53},
            {50, 52}, {55, 59}, {56, 58}, {60, 64}, {61, 63}, {65, 67}
        };
        for (int[] pair : face) {
            swap(points, 23 + pair[0], 23 + pair[1]);
        }
        for (int i = 0; i < 21; i++) {
            swap(points, 91 + i, 112 + i);
        }
        return points;
    }

    private static void swap(int[] points, int one, int other) {
        points[one] = other;
        points[other] = one;
    }
}
