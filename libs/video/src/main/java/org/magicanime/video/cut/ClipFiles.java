package org.magicanime.video.cut;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.decode.SoundTrack;
import org.magicanime.video.encode.KeptPackets;
import org.magicanime.video.encode.MediaOutput;
import org.magicanime.video.encode.SoundEncoder;
import org.magicanime.video.encode.SoundForm;

/// Writes the files of a clip: `clip.mp4` with stereo AAC for listening, and `sound.flac` with the source's own
/// samples.
final class ClipFiles {
    private static final long AAC_BITS_PER_SECOND = 192_000;
    private static final Set<Integer> AAC_RATES =
            Set.of(96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000);

    private ClipFiles() {}

    /// @param pictures the clip's frames, encoded by `encoder`, each with its time and duration
    /// @param track the film's sound, if it has some
    /// @param samples the clip's part of it
    static void writeMp4(
            Path file, AVCodecContext encoder, KeptPackets pictures, @Nullable SoundTrack track, byte[] samples) {
        try (MediaOutput output = new MediaOutput(file, "mp4", Map.of("movflags", "+faststart", "brand", "mp42"));
                KeptPackets sounds = new KeptPackets();
                SoundEncoder aac = track == null ? null : aac(track, sounds)) {
            int picture = output.add(encoder);
            int sound = aac == null ? -1 : output.add(aac.context());
            if (aac != null && track != null) {
                aac.write(samples, samples.length / track.bytesPerSample());
                aac.finish();
            }
            output.write(picture, pictures, sound, sounds);
            output.finish();
        }
    }

    static void writeFlac(Path file, SoundTrack track, byte[] samples) {
        try (MediaOutput output = new MediaOutput(file, "flac", Map.of());
                SoundEncoder flac = new SoundEncoder(
                        "flac", form(track), form(track), track.bits(), 0, true, packet -> output.write(0, packet))) {
            output.add(flac.context());
            flac.write(samples, samples.length / track.bytesPerSample());
            flac.finish();
            output.finish();
        }
    }

    private static SoundEncoder aac(SoundTrack track, KeptPackets packets) {
        AVChannelLayout stereo = new AVChannelLayout();
        av_channel_layout_default(stereo, 2);
        try {
            int rate = AAC_RATES.contains(track.rate()) ? track.rate() : 48000;
            SoundForm form = new SoundForm(stereo, AV_SAMPLE_FMT_FLTP, rate);
            return new SoundEncoder("aac", form(track), form, 0, AAC_BITS_PER_SECOND, true, packets::add);
        } finally {
            av_channel_layout_uninit(stereo);
        }
    }

    private static SoundForm form(SoundTrack track) {
        return new SoundForm(track.layout(), track.sampleFormat(), track.rate());
    }
}
