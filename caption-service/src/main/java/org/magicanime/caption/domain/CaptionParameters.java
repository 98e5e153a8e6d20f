package org.magicanime.caption.domain;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.caption.domain.motion.MotionRules;

/// Everything that decides what is said.
///
/// @param rules of motions
/// @param codec the build of the codec library, since another one may decode other pictures
public record CaptionParameters(MotionRules rules, String codec) {
    /// Raised when the code comes to say something else from the same parameters.
    private static final String REVISION = "2";

    /// By name, as told.
    ///
    /// @param poseParamsHash what the poses were found with: other poses are other motions
    Map<String, String> byName(String poseParamsHash) {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("poses", poseParamsHash);
        return all;
    }
}
