package org.magicanime.keypoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import org.magicanime.keypoint.domain.PoseRules;
import org.magicanime.keypoint.model.EstimatorOptions;

/// Settings of the keypoint stage. All of them are part of the parameters that every artifact's key is derived from.
@ConfigMapping(prefix = "keypoint")
interface KeypointConfig {
    /// Of the pictures that models are shown, in pixels; larger films are made smaller for them.
    @WithDefault("960")
    int longestSide();

    /// Frames from one count of characters to the next.
    @WithDefault("3")
    int countEvery();

    /// Frames from one shift test to the next.
    @WithDefault("5")
    int shiftEvery();

    /// Further detectors to count characters with, which must have been fetched: `yolox_nano`, `rtmdetnp`.
    Optional<List<String>> personDetectors();

    /// A whole-body model of the catalogue with the decoder `simcc-133`, such as DWPose, which gives the 133 points.
    Optional<String> wholeBody();

    /// What a valid pose is.
    Pose pose();

    default EstimatorOptions estimator() {
        return new EstimatorOptions(
                countEvery(), shiftEvery(), personDetectors().orElse(List.of()), wholeBody());
    }

    /// See {@link PoseRules}.
    interface Pose {
        @WithDefault("0.6")
        double startScore();

        @WithDefault("0.9")
        double bodyScore();

        @WithDefault("0.9")
        double seen();

        @WithDefault("0.5")
        double narrowest();

        @WithDefault("1.6")
        double widest();

        @WithDefault("0.03")
        double shift();

        @WithDefault("0.95")
        double upperBodyScore();

        @WithDefault("0.016")
        double upperShift();

        @WithDefault("0.09")
        double jitter();

        @WithDefault("1")
        double shortestSeconds();

        @WithDefault("3")
        int longestGap();

        @WithDefault("0.15")
        double gapDistance();

        @WithDefault("0.4")
        double animalScore();

        @WithDefault("0.5")
        double closeUpSeen();

        @WithDefault("0.02")
        double closeUpShift();

        default PoseRules rules() {
            return new PoseRules(
                    startScore(),
                    bodyScore(),
                    seen(),
                    narrowest(),
                    widest(),
                    shift(),
                    upperBodyScore(),
                    upperShift(),
                    jitter(),
                    shortestSeconds(),
                    longestGap(),
                    gapDistance(),
                    animalScore(),
                    closeUpSeen(),
                    closeUpShift());
        }
    }
}
