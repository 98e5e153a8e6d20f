package org.magicanime.video;

import java.time.Duration;
import java.util.Set;

/// What a film may be. Values beyond these are refused by name of the limit.
///
/// @param formats demuxer names that may open the file
/// @param videoCodecs codec names that may be decoded
/// @param soundCodecs codec names of sound that may be decoded
/// @param maxPixels width × height of a frame
/// @param maxStreams streams in the file, of any kind
/// @param maxDuration declared or counted, whichever is longer
/// @param maxFrames packets of the video stream
/// @param maxFrameRate frames per second, declared or counted
public record ProbeLimits(
        Set<String> formats,
        Set<String> videoCodecs,
        Set<String> soundCodecs,
        long maxPixels,
        int maxStreams,
        Duration maxDuration,
        long maxFrames,
        double maxFrameRate) {
    /// Formats and codecs that cartoons really come in; 3840×2160; 16 streams; 6 hours; 1,000,000 frames; 240 frames/s.
    public static final ProbeLimits DEFAULT = new ProbeLimits(
            Set.of("mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "gif", "mpegts"),
            Set.of(
                    "h264",
                    "hevc",
                    "vp8",
                    "vp9",
                    "av1",
                    "mpeg4",
                    "mpeg2video",
                    "mjpeg",
                    "gif",
                    "ffv1",
                    "prores",
                    "rawvideo",
                    "huffyuv",
                    "ffvhuff",
                    "utvideo"),
            Set.of(
                    "aac",
                    "mp3",
                    "ac3",
                    "eac3",
                    "opus",
                    "vorbis",
                    "flac",
                    "alac",
                    "pcm_s16le",
                    "pcm_s24le",
                    "pcm_s32le",
                    "pcm_s16be",
                    "pcm_s24be",
                    "pcm_f32le",
                    "pcm_u8"),
            3840L * 2160,
            16,
            Duration.ofHours(6),
            1_000_000,
            240);

    public ProbeLimits {
        formats = Set.copyOf(formats);
        videoCodecs = Set.copyOf(videoCodecs);
        soundCodecs = Set.copyOf(soundCodecs);
    }

    /// The same, of these formats and these codecs of sound, and of no pictures.
    public ProbeLimits ofSound(Set<String> soundFormats, Set<String> codecs) {
        return new ProbeLimits(
                soundFormats, Set.of(), codecs, maxPixels, maxStreams, maxDuration, maxFrames, maxFrameRate);
    }
}
