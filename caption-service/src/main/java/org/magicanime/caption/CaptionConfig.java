package org.magicanime.caption;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import org.magicanime.caption.domain.motion.MotionRules;

/// Settings of the caption stage. All of them are part of the parameters that every artifact's key is derived from.
@ConfigMapping(prefix = "caption")
interface CaptionConfig {
    /// Thresholds by the names that `docs/captions.md` has, such as `caption.rules."wave.swing"=0.1`.
    Map<String, Double> rules();

    default MotionRules motionRules() {
        return new MotionRules(rules());
    }
}
