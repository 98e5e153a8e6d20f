package org.magicanime.segment.domain;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.video.CutOptions;
import org.magicanime.video.MeasureOptions;

/// Everything that decides what the segment stage makes of a film.
///
/// @param detector finds the shots
/// @param rules say what a clip may be
/// @param measuring how frames are measured
/// @param cutting how clips are encoded
/// @param codec the build of the codec library, since another one makes other bytes
/// @param networkSha256 of the network that finds the shots, or that is asked for its scores; absent if none is asked
public record SegmentParameters(
        Detector detector,
        ClipRules rules,
        MeasureOptions measuring,
        CutOptions cutting,
        String codec,
        @Nullable String networkSha256) {
    /// Raised when the code comes to make other artifacts from the same parameters.
    private static final String REVISION = "3";

    /// Without a network.
    public SegmentParameters(
            Detector detector, ClipRules rules, MeasureOptions measuring, CutOptions cutting, String codec) {
        this(detector, rules, measuring, cutting, codec, null);
    }

    /// The same with a network.
    public SegmentParameters withNetwork(String sha256) {
        return new SegmentParameters(detector, rules, measuring, cutting, codec, sha256);
    }

    /// By name, as told in every rejection.
    public Map<String, String> byName() {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("detector", detector.id());
        all.putAll(detector.parameters());
        if (networkSha256 != null) {
            all.put("model." + Detector.TRANSNETV2.id(), networkSha256);
            if (!detector.needsNetwork()) {
                all.put("second-opinion", Detector.TRANSNETV2.id());
            }
        }
        all.put("encoder", cutting.encoder());
        all.put("encoder.least-ssim", Double.toString(cutting.leastSsim()));
        cutting.encoderOptions().forEach((name, value) -> all.put("encoder." + name, value));
        return all;
    }

    public String hash() {
        return ParamsHash.of(byName());
    }
}
