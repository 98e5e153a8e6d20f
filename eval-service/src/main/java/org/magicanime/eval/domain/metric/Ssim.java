package org.magicanime.eval.domain.metric;

/// Structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004) with K1 0.01, K2 0.03 and a data range of 255: the mean
/// over all places at which the window lies inside of the picture. Equal to scikit-image's `structural_similarity`.
///
/// Windows are separable: rows are summed down, then across. Of each row only sums are kept, so that memory grows with
/// the width alone, and everything that is done to a row is a loop over arrays that the compiler makes vectors of.
public final class Ssim {
    private static final double C1 = (0.01 * 255) * (0.01 * 255);
    private static final double C2 = (0.03 * 255) * (0.03 * 255);
    private static final int MOMENTS = 4;

    private final RgbFrame first;
    private final RgbFrame second;
    private final Samples samples;
    private final SsimWindow window;
    private final int side;
    private final int row;
    private final int inside;
    private final int step;
    /// For each row of the window: both pictures' samples, the sum of their squares, their product.
    private final double[][][] rows;
    private final double[][] down = new double[MOMENTS][];
    private final double[][] across = new double[MOMENTS][];
    private final double[] similarity;

    private Ssim(RgbFrame first, RgbFrame second, Samples samples, SsimWindow window) {
        this.first = first;
        this.second = second;
        this.samples = samples;
        this.window = window;
        side = window.side();
        step = samples.perPixel();
        row = first.width() * step;
        inside = (first.width() - side + 1) * step;
        rows = new double[MOMENTS][side][row];
        for (int moment = 0; moment < MOMENTS; moment++) {
            down[moment] = new double[row];
            across[moment] = new double[inside];
        }
        similarity = new double[inside];
    }

    /// @return −1 to 1; 1 for identical pictures
    /// @throws IllegalArgumentException if the pictures have not the same size, or a side is shorter than the
    ///     window
    public static double of(RgbFrame first, RgbFrame second, Samples samples, SsimWindow window) {
        RgbFrame.requireSameSize(first, second);
        if (!fits(first.width(), first.height(), window)) {
            throw new IllegalArgumentException("a window of " + window.side()
                    + " samples does not fit into a picture of " + first.width() + "x" + first.height() + " pixels");
        }
        return new Ssim(first, second, samples, window).mean();
    }

    /// Whether pictures of this size can be compared.
    public static boolean fits(int width, int height, SsimWindow window) {
        return Math.min(width, height) >= window.side();
    }

    private double mean() {
        double sum = 0;
        for (int y = 0; y < first.height(); y++) {
            read(y);
            if (y >= side - 1) {
                for (int moment = 0; moment < MOMENTS; moment++) {
                    sumDown(rows[moment], y + 1, down[moment]);
                    sumAcross(down[moment], across[moment]);
                }
                sum += sumOfRow();
            }
        }
        return sum / ((double) inside * (first.height() - side + 1));
    }

    /// The newest row takes the place of the oldest.
    private void read(int y) {
        double[] a = rows[0][y % side];
        double[] b = rows[1][y % side];
        double[] squares = rows[2][y % side];
        double[] products = rows[3][y % side];
        samples.read(first, y, a);
        samples.read(second, y, b);
        for (int i = 0; i < row; i++) {
            squares[i] = a[i] * a[i] + b[i] * b[i];
            products[i] = a[i] * b[i];
        }
    }

    /// Two pairs of rows at a time: what limits these loops is memory.
    ///
    /// @param oldest row of the ring, modulo its size
    private void sumDown(double[][] ring, int oldest, double[] into) {
        int middle = side / 2;
        double[] central = ring[(oldest + middle) % side];
        double[] above = ring[oldest % side];
        double[] below = ring[(oldest + side - 1) % side];
        double weight = window.weight(middle);
        double outer = window.weight(0);
        for (int i = 0; i < row; i++) {
            into[i] = weight * central[i] + outer * (above[i] + below[i]);
        }
        for (int k = 1; k < middle; k += 2) {
            add(
                    into,
                    window.weight(k),
                    ring[(oldest + k) % side],
                    ring[(oldest + side - 1 - k) % side],
                    window.weight(k + 1),
                    ring[(oldest + k + 1) % side],
                    ring[(oldest + side - 2 - k) % side]);
        }
    }

    private void add(
            double[] into,
            double weight,
            double[] above,
            double[] below,
            double inner,
            double[] nextAbove,
            double[] nextBelow) {
        for (int i = 0; i < row; i++) {
            into[i] += weight * (above[i] + below[i]) + inner * (nextAbove[i] + nextBelow[i]);
        }
    }

    private void sumAcross(double[] sums, double[] into) {
        int middle = side / 2;
        double weight = window.weight(middle);
        double outer = window.weight(0);
        int centre = middle * step;
        int last = (side - 1) * step;
        for (int i = 0; i < inside; i++) {
            into[i] = weight * sums[i + centre] + outer * (sums[i] + sums[i + last]);
        }
        for (int k = 1; k < middle; k += 2) {
            addAcross(into, window.weight(k), k * step, window.weight(k + 1), (k + 1) * step, sums);
        }
    }

    private void addAcross(double[] into, double weight, int left, double inner, int nextLeft, double[] sums) {
        int last = (side - 1) * step;
        int right = last - left;
        int nextRight = last - nextLeft;
        for (int i = 0; i < inside; i++) {
            into[i] += weight * (sums[i + left] + sums[i + right]) + inner * (sums[i + nextLeft] + sums[i + nextRight]);
        }
    }

    private double sumOfRow() {
        double[] a = across[0];
        double[] b = across[1];
        double[] squares = across[2];
        double[] products = across[3];
        double unbiased = window.unbiased();
        for (int i = 0; i < inside; i++) {
            double means = a[i] * b[i];
            double squaredMeans = a[i] * a[i] + b[i] * b[i];
            double above = (2 * means + C1) * (2 * unbiased * (products[i] - means) + C2);
            double below = (squaredMeans + C1) * (unbiased * (squares[i] - squaredMeans) + C2);
            similarity[i] = above / below;
        }
        double sum = 0;
        for (int i = 0; i < inside; i++) {
            sum += similarity[i];
        }
        return sum;
    }
}
