package org.magicanime.eval.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.magicanime.eval.domain.metric.Samples;
import org.magicanime.eval.domain.metric.SsimWindow;

/// Every convention that decides a number. Numbers of different profiles are not comparable.
///
/// In all of them pictures are 8-bit RGB as their films' matrix and range say (BT.601, limited, where they do not),
/// and the data range is 255.
///
/// @param name as requests say it
/// @param size in which pictures are compared
/// @param length what becomes of a video with another number of frames
/// @param psnr what identical frames have
/// @param ssimSamples of which samples
/// @param ssimWindow in which window
/// @param allSsim whether the other three kinds of SSIM are measured as well
/// @param lpips whether LPIPS is measured: SqueezeNet, version 0.1, inputs −1 to 1, pictures scaled to 256×256
/// @param l1PerPixels whether L1 is of levels from 0 to 255 and divided by the pixels of the picture, which makes it
///     about 1e-5, and not of values from 0 to 1
/// @param frameWeighted whether the mean is over all frames of all videos, and not over the videos' means
/// @param inferred conventions that published numbers imply and nobody wrote down
public record Profile(
        String name,
        SizePolicy size,
        LengthPolicy length,
        PsnrPolicy psnr,
        Samples ssimSamples,
        SsimWindow ssimWindow,
        boolean allSsim,
        boolean lpips,
        boolean l1PerPixels,
        boolean frameWeighted,
        Set<String> inferred) {
    /// What should be published.
    public static final Profile CORRECT = new Profile(
            "correct",
            SizePolicy.TRUTH,
            LengthPolicy.EXACT,
            PsnrPolicy.CAPPED_AT_100,
            Samples.RGB,
            SsimWindow.GAUSSIAN,
            true,
            true,
            false,
            false,
            Set.of());
    /// The script that most papers on animated people use: DisCo, `tool/metrics/ssim_l1_lpips_psnr.py`. Its LPIPS is of
    /// VGG on inputs from 0 to 1, which is another network: not measured.
    public static final Profile DISCO_COMPAT = new Profile(
            "disco-compat",
            SizePolicy.TRUTH,
            LengthPolicy.SHORTER,
            PsnrPolicy.IDENTICAL_IS_100,
            Samples.GRAY,
            SsimWindow.UNIFORM,
            false,
            false,
            true,
            true,
            Set.of());
    /// What the face rows of Table II of arXiv 2507.20368 fit, and how its baseline FADM measures. The rows of
    /// image-to-video and interpolation fit an overflow of bytes, which no profile has. The network of its
    /// LPIPS is not known: not measured.
    public static final Profile PAPER = new Profile(
            "paper",
            SizePolicy.SQUARE_256,
            LengthPolicy.SHORTER,
            PsnrPolicy.CAPPED_AT_100,
            Samples.RGB,
            SsimWindow.UNIFORM,
            false,
            false,
            false,
            false,
            Set.of("size", "length", "psnr", "ssim.samples", "ssim.window", "l1", "mean"));

    /// 255 levels in a picture of 512×512 pixels.
    private static final double WORST_PER_PIXELS = 255.0 / (512 * 512);

    private static final List<Profile> ALL = List.of(CORRECT, DISCO_COMPAT, PAPER);

    public Profile {
        inferred = Collections.unmodifiableSet(new TreeSet<>(inferred));
    }

    /// Of all, the one that should be published first.
    static List<String> names() {
        return ALL.stream().map(Profile::name).toList();
    }

    /// @throws IllegalArgumentException naming those that there are
    public static Profile named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no profile '" + name + "', but " + names()));
    }

    /// What a case counts whose video does not count, where failures are penalised.
    public double worst(Metric metric) {
        return metric == Metric.L1 && l1PerPixels ? WORST_PER_PIXELS : metric.worst();
    }

    /// All conventions by name.
    public Map<String, String> conventions() {
        Map<String, String> all = new TreeMap<>();
        all.put("profile", name);
        all.put("size", size.toString());
        all.put("scaling", "bilinear, half-pixel centres, not smoothed");
        all.put("length", length.toString());
        all.put("colours", "as tagged; BT.601 limited where untagged; 8-bit RGB");
        all.put("data-range", "255");
        all.put("psnr", psnr.toString());
        all.put("ssim.samples", ssimSamples.toString());
        all.put("ssim.window", ssimWindow.toString());
        all.put("lpips", lpips ? "squeeze 0.1 at 256x256, inputs -1 to 1" : "none");
        all.put("l1", l1PerPixels ? "levels 0 to 255, divided by pixels" : "0 to 1");
        all.put("mean", frameWeighted ? "over all frames" : "over videos, of means over frames");
        all.put("inferred", String.join(",", inferred));
        return all;
    }
}
