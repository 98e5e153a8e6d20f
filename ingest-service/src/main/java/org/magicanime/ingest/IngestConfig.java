package org.magicanime.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.magicanime.ingest.domain.IntakeLimits;
import org.magicanime.video.ProbeLimits;

/// Settings of the ingest stage. What is not set has the default of {@link ProbeLimits}.
@ConfigMapping(prefix = "ingest")
interface IngestConfig {
    /// How often the bucket listing is held against the receipts; the first time at start.
    @WithDefault("2m")
    Duration reconcileEvery();

    /// How long an object may be without a receipt before its notification counts as lost.
    @WithDefault("1m")
    Duration reconcilePatience();

    /// Larger objects are rejected (`too-large`) without being fetched: 20 GiB.
    @WithDefault("21474836480")
    long maxBytes();

    /// Demuxers that may open a film (`format-not-allowed`).
    Optional<Set<String>> formats();

    /// Codecs of pictures that may be decoded (`codec-not-allowed`).
    Optional<Set<String>> videoCodecs();

    /// Codecs of sound that may be decoded.
    Optional<Set<String>> soundCodecs();

    /// Width × height of a frame (`too-many-pixels`): 3840 × 2160.
    @WithDefault("8294400")
    long maxPixels();

    /// Streams of any kind (`too-many-streams`).
    @WithDefault("16")
    int maxStreams();

    /// Declared or counted length (`too-long`).
    @WithDefault("6h")
    Duration maxDuration();

    /// Packets of the video stream (`too-many-frames`).
    @WithDefault("1000000")
    long maxFrames();

    /// Declared or counted frames per second (`frame-rate-too-high`).
    @WithDefault("240")
    double maxFrameRate();

    default IntakeLimits limits() {
        return new IntakeLimits(
                maxBytes(),
                new ProbeLimits(
                        formats().orElse(ProbeLimits.DEFAULT.formats()),
                        videoCodecs().orElse(ProbeLimits.DEFAULT.videoCodecs()),
                        soundCodecs().orElse(ProbeLimits.DEFAULT.soundCodecs()),
                        maxPixels(),
                        maxStreams(),
                        maxDuration(),
                        maxFrames(),
                        maxFrameRate()));
    }
}
