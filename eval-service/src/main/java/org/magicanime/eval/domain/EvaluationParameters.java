package org.magicanime.eval.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.BenchmarkTask;

/// What decides the numbers of an evaluation besides the videos.
///
/// @param codec the build of the codec library that decodes
/// @param lpipsSha256 of the model; absent if it is not there: then there is no LPIPS
public record EvaluationParameters(String codec, Optional<String> lpipsSha256) {
    /// Raised when the code comes to make other numbers of the same videos.
    private static final String REVISION = "1";

    /// By name.
    public Map<String, String> of(Profile profile, BenchmarkTask task, ArtifactRef benchmark) {
        Map<String, String> all = new TreeMap<>(profile.conventions());
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("task", task.toString());
        all.put("benchmark.sha256", benchmark.sha256());
        all.put("model.lpips", profile.lpips() ? lpipsSha256.orElse("not there") : "not used");
        return all;
    }
}
