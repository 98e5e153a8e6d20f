package org.magicanime.video.sound;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.magicanime.video.decode.OwnPackets;
import org.magicanime.video.encode.KeptPackets;
import org.magicanime.video.encode.MediaOutput;
import org.magicanime.video.encode.SoundEncoder;
import org.magicanime.video.encode.SoundForm;

/// A clip with another sound, for people.
public final class SoundedClip {
    private static final long AAC_BITS_PER_SECOND = 128_000;

    private SoundedClip() {}

    /// Writes the pictures of an MP4 as they are, and the sound as AAC, which begins with the first
    /// picture. The same clip and samples give the same bytes.
    ///
    /// @param clip with H.264, encoded by us
    /// @param samples one channel
    /// @param rate one that AAC knows
    /// @param target a file that does not exist yet
    public static void write(Path clip, float[] samples, int rate, Path target) {
        AVChannelLayout one = new AVChannelLayout();
        av_channel_layout_default(one, 1);
        try (OwnPackets pictures = new OwnPackets(clip);
                KeptPackets kept = new KeptPackets();
                KeptPackets sounds = new KeptPackets();
                MediaOutput output = new MediaOutput(target, "mp4", Map.of("movflags", "+faststart", "brand", "mp42"));
                SoundEncoder aac = new SoundEncoder(
                        "aac",
                        new SoundForm(one, AV_SAMPLE_FMT_FLT, rate),
                        new SoundForm(one, AV_SAMPLE_FMT_FLTP, rate),
                        0,
                        AAC_BITS_PER_SECOND,
                        true,
                        sounds::add)) {
            int picture = output.add(pictures.stream());
            int sound = output.add(aac.context());
            pictures.forEach(kept::add);
            aac.write(SoundWriter.bytes(samples), samples.length);
            aac.finish();
            output.write(picture, kept, sound, sounds);
            output.finish();
        } finally {
            av_channel_layout_uninit(one);
        }
    }
}
