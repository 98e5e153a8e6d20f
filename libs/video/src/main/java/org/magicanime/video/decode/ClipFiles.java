package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;

/// Writes the files of a clip: `clip.mp4` with stereo AAC for listening, and `sound.flac` with the source's own
// samples.
final class ClipFiles {
    private static final long AAC_BITS_PER_SECOND = 192_000;
    private static final Set<Integer> AAC_RATES =
            Set.of(96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000);

    private ClipFiles() {}

    /// @param ticks time of each frame within the clip, and at the end the clip's length
    /// @param samples the clip's sound, if it has some
    static void writeMp4(
            Path file, ClipEncoder video, Rational timeBase, long[] ticks, @Nullable SoundTrack track, byte[] samples) {
        AVRational base = Av.rational(timeBase);
        AVChannelLayout stereo = new AVChannelLayout();
        av_channel_layout_default(stereo, 2);
        try (Muxer muxer = new Muxer(file, "mp4");
                SoundEncoder aac = track == null ? null : aac(track, stereo)) {
            int picture = muxer.addStream(video.context(), base);
            int sound = aac == null
                    ? -1
                    : muxer.addStream(aac.context(), aac.context().time_base());
            muxer.begin(Map.of("movflags", "+faststart", "brand", "mp42"));
            int i = 0;
            for (AVPacket packet : video.packets()) {
                packet.duration(ticks[i + 1] - ticks[i]);
                muxer.write(picture, packet, base);
                i++;
            }
            if (aac != null && track != null) {
                aac.encode(
                        samples,
                        samples.length / track.bytesPerSample(),
                        packet -> muxer.write(sound, packet, aac.context().time_base()));
            }
            muxer.finish();
        } finally {
            av_channel_layout_uninit(stereo);
        }
    }

    static void writeFlac(Path file, SoundTrack track, byte[] samples) {
        SoundEncoder.Form form =
                new SoundEncoder.Form(track.layout(), track.sampleFormat(), track.rate(), track.bits(), 0);
        try (Muxer muxer = new Muxer(file, "flac");
                SoundEncoder flac =
                        new SoundEncoder("flac", form, track.layout(), track.sampleFormat(), track.rate())) {
            int sound = muxer.addStream(flac.context(), flac.context().time_base());
            muxer.begin(Map.of());
            flac.encode(
                    samples,
                    samples.length / track.bytesPerSample(),
                    packet -> muxer.write(sound, packet, flac.context().time_base()));
            muxer.finish();
        }
    }

    private static SoundEncoder aac(SoundTrack track, AVChannelLayout stereo) {
        int rate = AAC_RATES.contains(track.rate()) ? track.rate() : 48000;
        SoundEncoder.Form form = new SoundEncoder.Form(stereo, AV_SAMPLE_FMT_FLTP, rate, 0, AAC_BITS_PER_SECOND);
        return new SoundEncoder("aac", form, track.layout(), track.sampleFormat(), track.rate());
    }
}
