package org.magicanime.audio.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.magicanime.video.encode.KeptPackets;
import org.magicanime.video.encode.MediaOutput;
import org.magicanime.video.encode.SoundEncoder;
import org.magicanime.video.encode.SoundForm;

/// A film's sound with two channels, as the stage before cuts it out.
public final class TwoSides {
    private TwoSides() {}

    /// 24 bits.
    public static void flac(float[] left, float[] right, int rate, Path file) {
        ByteBuffer samples = ByteBuffer.allocate(2 * left.length * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < left.length; i++) {
            samples.putFloat(left[i]).putFloat(right[i]);
        }
        AVChannelLayout two = new AVChannelLayout();
        av_channel_layout_default(two, 2);
        try (MediaOutput output = new MediaOutput(file, "flac", Map.of());
                KeptPackets packets = new KeptPackets();
                SoundEncoder sound = new SoundEncoder(
                        "flac",
                        new SoundForm(two, AV_SAMPLE_FMT_FLT, rate),
                        new SoundForm(two, AV_SAMPLE_FMT_S32, rate),
                        24,
                        0,
                        true,
                        packets::add)) {
            output.add(sound.context());
            sound.write(samples.array(), left.length);
            sound.finish();
            for (int i = 0; i < packets.size(); i++) {
                output.write(0, packets.get(i));
            }
            output.finish();
        } finally {
            av_channel_layout_uninit(two);
        }
    }
}
