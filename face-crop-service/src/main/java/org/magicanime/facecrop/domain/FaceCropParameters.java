package org.magicanime.facecrop.domain;

import java.util.Map;
import java.util.TreeMap;

/// Everything that decides what the face-crop stage makes of a clip's pose spans.
///
/// @param rules say which faces belong in the data set
/// @param shape of what is cut out
/// @param codec the build of the codec library, since another one makes other bytes
public record FaceCropParameters(FaceRules rules, CropShape shape, String codec) {
    /// Raised when the code comes to make other artifacts from the same parameters.
    private static final String REVISION = "1";

    /// By name, as told in every rejection.
    ///
    /// @param poseParamsHash what the spans were found with: other spans have other landmarks
    Map<String, String> byName(String poseParamsHash) {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.putAll(shape.parameters());
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("poses", poseParamsHash);
        return all;
    }
}
