package org.magicanime.video.sound;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_new_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.video.encode.KeptPackets;
import org.magicanime.video.encode.MediaOutput;
import org.magicanime.video.encode.SoundEncoder;
import org.magicanime.video.encode.SoundForm;

/// Writes one channel of sound into a file. The same samples give the same bytes.
public final class SoundWriter {
    /// Of MP3, which has them for one channel.
    public static final int MP3_BITS_PER_SECOND = 128_000;

    private static final int FLAC_BITS = 24;
    /// Samples to skip at the start, at the end, and two reasons of one byte.
    private static final int SKIP_SAMPLES_BYTES = 10;

    private SoundWriter() {}

    /// MP3 with the encoder's delay and padding written down (LAME's tag), so that players and ffmpeg
    /// give back exactly as many samples as were given, none of them late.
    ///
    /// @param rate 44,100 or 48,000 samples per second
    public static void mp3(float[] samples, int rate, Path file) {
        write(
                file,
                "mp3",
                "libmp3lame",
                AV_SAMPLE_FMT_FLTP,
                0,
                MP3_BITS_PER_SECOND,
                samples,
                rate,
                Map.of("id3v2_version", "0", "write_xing", "1"));
    }

    /// FLAC with 24 bits; what is louder than 1 is cut off.
    public static void flac(float[] samples, int rate, Path file) {
        write(file, "flac", "flac", AV_SAMPLE_FMT_S32, FLAC_BITS, 0, samples, rate, Map.of());
    }

    /// WAV with 16 bits; what is louder than 1 is cut off.
    public static void wav(float[] samples, int rate, Path file) {
        write(file, "wav", "pcm_s16le", AV_SAMPLE_FMT_S16, 0, 0, samples, rate, Map.of());
    }

    private static void write(
            Path file,
            String container,
            String encoder,
            int format,
            int bits,
            long bitRate,
            float[] samples,
            int rate,
            Map<String, String> options) {
        AVChannelLayout one = new AVChannelLayout();
        av_channel_layout_default(one, 1);
        SoundForm given = new SoundForm(one, AV_SAMPLE_FMT_FLT, rate);
        try (MediaOutput output = new MediaOutput(file, container, options);
                KeptPackets packets = new KeptPackets();
                SoundEncoder sound = new SoundEncoder(
                        encoder,
                        given,
                        new SoundForm(one, format, rate),
                        bits,
                        bitRate,
                        output.wantsGlobalHeader() || container.equals("flac"),
                        packets::add)) {
            output.add(sound.context());
            sound.write(bytes(samples), samples.length);
            sound.finish();
            if (container.equals("mp3")) {
                padded(packets, sound.context(), samples.length);
            }
            for (int i = 0; i < packets.size(); i++) {
                output.write(0, packets.get(i));
            }
            output.finish();
        } finally {
            av_channel_layout_uninit(one);
        }
    }

    /// Says in the last packet how many samples too many there are: the encoder itself says at most a
    /// frame, although it adds more where the sound ends soon after a frame has begun.
    private static void padded(KeptPackets packets, AVCodecContext encoder, int samples) {
        if (packets.size() == 0) {
            return;
        }
        int padding = packets.size() * encoder.frame_size() - encoder.initial_padding() - samples;
        BytePointer skipped =
                av_packet_new_side_data(packets.get(packets.size() - 1), AV_PKT_DATA_SKIP_SAMPLES, SKIP_SAMPLES_BYTES);
        skipped.capacity(SKIP_SAMPLES_BYTES)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(padding)
                .putShort((short) 0);
    }

    static byte[] bytes(float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(samples);
        return bytes.array();
    }
}
