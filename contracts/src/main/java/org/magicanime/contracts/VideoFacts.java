package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// What the probe found out about a film without decoding it.
///
/// @param container the demuxer's name, such as `mov,mp4,m4a,3gp,3g2,mj2`
/// @param videoCodec such as `h264`
/// @param pixelFormat such as `yuv420p`
/// @param width pixels as shown, after rotation
/// @param height pixels as shown, after rotation
/// @param rotation degrees clockwise that were applied: 0, 90, 180 or 270
/// @param frameRate average frames per second; 0/1 if the file does not say
/// @param packets packets of the video stream, counted
/// @param durationSeconds seconds, from the counted packets
/// @param audioCodec codec of the first sound stream, if there is one
public record VideoFacts(
        String container,
        String videoCodec,
        String pixelFormat,
        int width,
        int height,
        int rotation,
        Rational frameRate,
        long packets,
        double durationSeconds,
        @Nullable String audioCodec) {
    public VideoFacts {
        Checks.text(container, "facts.container", 127);
        Checks.text(videoCodec, "facts.videoCodec", 63);
        Checks.text(pixelFormat, "facts.pixelFormat", 63);
        Checks.that(width > 0 && height > 0, "facts.width and facts.height must be positive");
        Checks.that(rotation >= 0 && rotation < 360 && rotation % 90 == 0, "facts.rotation must be 0, 90, 180 or 270");
        Checks.present(frameRate, "facts.frameRate");
        Checks.that(packets >= 0, "facts.packets must not be negative");
        Checks.that(
                durationSeconds >= 0 && Double.isFinite(durationSeconds),
                "facts.durationSeconds must be finite and not negative");
        Checks.optionalText(audioCodec, "facts.audioCodec", 63);
    }
}
