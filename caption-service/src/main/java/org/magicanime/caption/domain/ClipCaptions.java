package org.magicanime.caption.domain;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.Caption;

/// The content of `captions.json`: all that is told of a clip's captions.
///
/// @param clipId the clip
/// @param paramsHash what it was captioned with
/// @param parameters the same by name
/// @param general as told
/// @param motions as told
public record ClipCaptions(
        String clipId, String paramsHash, Map<String, String> parameters, Caption general, List<Caption> motions) {
    public ClipCaptions {
        parameters = Map.copyOf(parameters);
        motions = List.copyOf(motions);
    }
}
