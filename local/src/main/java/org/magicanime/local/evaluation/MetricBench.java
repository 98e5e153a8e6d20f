package org.magicanime.local.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.eval.domain.metric.Samples;
import org.magicanime.eval.domain.metric.Ssim;
import org.magicanime.eval.domain.metric.SsimWindow;

/// Measures the speed of metrics on one thread beside that of other packages on the same pictures in the same run.
public final class MetricBench {
    private static final double SHORTEST_ROUND = 0.3;

    private final int rounds;

    public MetricBench(int rounds) {
        this.rounds = rounds;
    }

    /// @param python that has scikit-image and torchmetrics; empty for none
    /// @param script `metric_speed.py`
    public void run(String python, Path script) {
        for (int[] size : new int[][] {{512, 512}, {1920, 1080}}) {
            RgbFrame first = noise(size[0], size[1], 1);
            RgbFrame second = noise(size[0], size[1], 2);
            System.out.printf("%dx%d, one thread, medians of %d rounds%n", size[0], size[1], rounds);
            metrics(first, second)
                    .forEach((name, metric) -> System.out.printf(
                            java.util.Locale.ROOT, "  %-24s %9.1f frames/s%n", "ours " + name, perSecond(metric)));
            if (!python.isEmpty()) {
                others(python, script, first, second);
            }
        }
    }

    private static Map<String, DoubleSupplier> metrics(RgbFrame a, RgbFrame b) {
        Map<String, DoubleSupplier> metrics = new LinkedHashMap<>();
        metrics.put("psnr and l1", () -> PixelError.of(a, b).psnr());
        metrics.put("ssim gaussian rgb", () -> Ssim.of(a, b, Samples.RGB, SsimWindow.GAUSSIAN));
        metrics.put("ssim uniform rgb", () -> Ssim.of(a, b, Samples.RGB, SsimWindow.UNIFORM));
        metrics.put("ssim gaussian luma", () -> Ssim.of(a, b, Samples.LUMA, SsimWindow.GAUSSIAN));
        metrics.put("ssim uniform luma", () -> Ssim.of(a, b, Samples.LUMA, SsimWindow.UNIFORM));
        return metrics;
    }

    private double perSecond(DoubleSupplier metric) {
        double[] rates = new double[rounds];
        timed(metric);
        for (int round = 0; round < rounds; round++) {
            rates[round] = timed(metric);
        }
        Arrays.sort(rates);
        return rates[rounds / 2];
    }

    private static double timed(DoubleSupplier metric) {
        long began = System.nanoTime();
        int frames = 0;
        double seconds = 0;
        double sum = 0;
        while (seconds < SHORTEST_ROUND) {
            sum += metric.getAsDouble();
            frames++;
            seconds = (System.nanoTime() - began) / 1e9;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a metric is no number");
        }
        return frames / seconds;
    }

    private static RgbFrame noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new Random(seed).nextBytes(rgb);
        return new RgbFrame(width, height, rgb);
    }

    /// The others get the same pictures and one thread.
    private void others(String python, Path script, RgbFrame first, RgbFrame second) {
        try {
            Path folder = Files.createTempDirectory("magicanime-bench");
            Path one = Files.write(folder.resolve("first.rgb"), first.rgb());
            Path two = Files.write(folder.resolve("second.rgb"), second.rgb());
            ProcessBuilder command = new ProcessBuilder(
                            python,
                            script.toString(),
                            one.toString(),
                            two.toString(),
                            Integer.toString(first.width()),
                            Integer.toString(first.height()),
                            Integer.toString(rounds))
                    .inheritIO();
            command.environment().put("OMP_NUM_THREADS", "1");
            int status = command.start().waitFor();
            Files.delete(one);
            Files.delete(two);
            Files.delete(folder);
            if (status != 0) {
                throw new IllegalStateException(python + " ended with status " + status
                        + "; it needs numpy, scikit-image, torch and torchmetrics");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
