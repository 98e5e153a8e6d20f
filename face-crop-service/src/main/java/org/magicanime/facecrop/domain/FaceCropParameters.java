package org.magicanime.facecrop.domain;

import java.util.Map;
import java.util.TreeMap;

/// Everything that decides what the face-crop stage makes of a clip's pose spans.
///
/// @param rules say which faces belong in the data set
/// @param search how faces are looked for
/// @param shape of what is cut out
/// @param codec the build of the codec library, since another one makes other bytes
public record FaceCropParameters(FaceRules rules, FaceSearch search, CropShape shape, String codec) {
    /// Raised when the code comes to make other artifacts from the same parameters.
    private static final String REVISION = "2";

    /// By name, as told in every rejection.
    ///
    /// @param models everything that decides what the models answer, by name
    /// @param poseParamsHash what the spans were found with: other spans have other landmarks
    Map<String, String> byName(Map<String, String> models, String poseParamsHash) {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.putAll(search.parameters());
        all.putAll(shape.parameters());
        all.putAll(models);
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("poses", poseParamsHash);
        return all;
    }
}
