package org.magicanime.eval.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.BenchmarkTask;

/// What decides the numbers of an evaluation besides the videos.
///
/// @param codec the build of the codec library that decodes
/// @param lpipsSha256 of the model; absent if it is not there: then there is no LPIPS
public record EvaluationParameters(String codec, Optional<String> lpipsSha256) {
    /// Raised when the code comes to make other numbers of the same videos.
    private static final String REVISION = "2";

    private static final String LPIPS = "model.lpips";
    private static final String NOT_THERE = "not there";

    /// By name.
    public Map<String, String> of(Profile profile, BenchmarkTask task, ArtifactRef benchmark) {
        Map<String, String> all = new TreeMap<>(profile.conventions());
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("task", task.toString());
        all.put("benchmark.sha256", benchmark.sha256());
        all.put(LPIPS, profile.lpips() ? lpipsSha256.orElse(NOT_THERE) : "not used");
        return all;
    }

    /// What is measured of each video that counts.
    ///
    /// @param parameters as {@link #of} has them
    public static Set<Metric> measured(Profile profile, Map<String, String> parameters) {
        Set<Metric> all = EnumSet.of(Metric.PSNR, Metric.SSIM, Metric.L1);
        if (profile.lpips() && !NOT_THERE.equals(parameters.get(LPIPS))) {
            all.add(Metric.LPIPS);
        }
        if (profile.allSsim()) {
            all.addAll(EnumSet.range(Metric.SSIM_UNIFORM_RGB, Metric.SSIM_UNIFORM_LUMA));
        }
        return all;
    }
}
