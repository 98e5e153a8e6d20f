package org.magicanime.keypoint.domain;

import java.util.Map;
import java.util.TreeMap;

/// Everything that decides what the keypoint stage makes of a clip, but for the estimator's own part.
///
/// @param rules say what a valid pose is
/// @param longestSide of the pictures that models are shown, in pixels
/// @param codec the build of the codec library, since another one makes other bytes
public record KeypointParameters(PoseRules rules, int longestSide, String codec) {
    /// Pixels that show models enough of a film; larger ones are made smaller for them.
    public static final int LONGEST_SIDE = 960;

    /// Raised when the code comes to make other artifacts from the same parameters.
    private static final String REVISION = "4";

    /// By name, as told in every rejection.
    ///
    /// @param estimator the estimator's part
    /// @param clipParamsHash what the clip was cut with: another cut is another picture
    Map<String, String> byName(Map<String, String> estimator, String clipParamsHash) {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.putAll(estimator);
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("longest-side", Integer.toString(longestSide));
        all.put("clip", clipParamsHash);
        return all;
    }
}
