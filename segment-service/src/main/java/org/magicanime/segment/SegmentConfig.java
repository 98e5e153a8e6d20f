package org.magicanime.segment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;

/// Settings of the segment stage. All but `workFolder`, `timeout` and `memoryMib` are part of the parameters that every
/// artifact's key is derived from.
@ConfigMapping(prefix = "segment")
interface SegmentConfig {
    /// Which shot detector: `cartoon`, `content-0.6.7` (PySceneDetect 0.6.7.1, to the bit), `paper-2024`, or
    /// `transnetv2`, whose model must be made first.
    @WithDefault("cartoon")
    @WithConverter(DetectorConverter.class)
    Detector detector();

    /// Whose score is noted at each boundary beside the detector's signals: `none` or `transnetv2`. Decides nothing.
    @WithDefault("none")
    SecondOpinion secondOpinion();

    /// What a clip may be.
    Clip clip();

    /// How clips are encoded.
    Encoder encoder();

    /// Wall time that one pass over a film may take; where a network looks at it, 60 ms for each frame are added.
    @WithDefault("2h")
    Duration timeout();

    /// Address space of the process that decodes a stranger's film.
    @WithDefault("4096")
    int memoryMib();

    /// See {@link ClipRules}.
    interface Clip {
        @WithDefault("1")
        double shortestSeconds();

        @WithDefault("8")
        double longestSeconds();

        @WithDefault("5")
        double targetSeconds();

        @WithDefault("0.98")
        double blackShare();

        @WithDefault("2")
        double blankDeviation();

        @WithDefault("10")
        double fadeLuma();

        @WithDefault("4")
        double longestFadeSeconds();

        @WithDefault("2")
        double longestStillSeconds();

        @WithDefault("1")
        double mostInterlaced();

        default ClipRules rules() {
            return new ClipRules(
                    shortestSeconds(),
                    longestSeconds(),
                    targetSeconds(),
                    blackShare(),
                    blankDeviation(),
                    fadeLuma(),
                    longestFadeSeconds(),
                    longestStillSeconds(),
                    mostInterlaced());
        }
    }

    /// See `CutOptions`.
    interface Encoder {
        /// libavcodec's name: `libopenh264`, or `libx264` with the GPL build of the library.
        @WithDefault("libopenh264")
        String name();

        /// Private options of the encoder; without any, those that `CutOptions.DEFAULT` has.
        Map<String, String> options();

        /// Every decoded frame of a clip is at least this like the source's (SSIM, 0 to 1).
        @WithDefault("0.98")
        double leastSsim();
    }
}
