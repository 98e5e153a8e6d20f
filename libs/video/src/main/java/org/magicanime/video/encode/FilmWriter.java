package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_linesize;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;

/// Writes a film that is drawn by code, for tests and the demo. The same pictures and sounds give the same bytes.
///
/// Pictures are written in order; sound may be written before, between or after them. Belongs to one thread. The
/// file is complete after {@link #finish}; the owner closes the writer in any case.
public final class FilmWriter implements AutoCloseable {
    private final FilmFormat format;
    private final MediaOutput output;
    private final Encoder video;
    private final int videoStream;
    private final @Nullable SoundEncoder sound;
    private final int soundStream;
    private final SwsContext converter = Av.allocated(sws_alloc_context(), "a pixel converter");
    private final AVFrame drawn;
    private final AVFrame picture;
    private final KeptPackets videoPackets = new KeptPackets();
    private final KeptPackets soundPackets = new KeptPackets();
    private long nextTick;

    public FilmWriter(Path file, FilmFormat format) {
        this.format = format;
        output = new MediaOutput(file, format.container(), Map.of());
        Rational rate =
                new Rational(format.timeBase().denominator(), format.timeBase().numerator());
        int pixelFormat = pixelFormat(format.pixelFormat());
        video = Encoder.video(
                new VideoFormat(
                        format.videoCodec(),
                        pixelFormat,
                        format.width(),
                        format.height(),
                        format.timeBase(),
                        rate,
                        new Rational(1, 1),
                        format.colours(),
                        format.videoOptions()),
                output.wantsGlobalHeader());
        videoStream = output.add(video.context());
        if (format.rotation() != 0) {
            output.rotate(videoStream, format.rotation());
        }
        sound = format.sound() == null ? null : soundEncoder(format.sound());
        soundStream = sound == null ? -1 : output.add(sound.context());
        converter.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT);
        drawn = Frames.picture(AV_PIX_FMT_BGRA, format.width(), format.height());
        picture = Frames.picture(pixelFormat, format.width(), format.height());
    }

    private SoundEncoder soundEncoder(FilmFormat.SoundFormat wanted) {
        AVChannelLayout layout = new AVChannelLayout();
        av_channel_layout_default(layout, wanted.channels());
        try {
            return new SoundEncoder(
                    wanted.codec(),
                    new SoundForm(layout, AV_SAMPLE_FMT_S32, wanted.rate()),
                    new SoundForm(layout, av_get_sample_fmt(wanted.sampleFormat()), wanted.rate()),
                    0,
                    0,
                    output.wantsGlobalHeader(),
                    soundPackets::add);
        } finally {
            av_channel_layout_uninit(layout);
        }
    }

    private static int pixelFormat(String name) {
        int format = av_get_pix_fmt(name);
        if (format < 0) {
            throw new IllegalArgumentException("no pixel format is called '" + name + "'");
        }
        return format;
    }

    /// Writes a picture one tick after the one before, for one tick.
    ///
    /// @param rgb `0xRRGGBB` of each pixel, row by row
    public void frame(int[] rgb) {
        frame(rgb, nextTick, 1);
    }

    /// Writes a picture.
    ///
    /// @param rgb `0xRRGGBB` of each pixel, row by row
    /// @param tick when it is shown, in ticks of the time base; greater than that of the picture before
    /// @param ticks for how long it is shown; matters for the last picture only
    public void frame(int[] rgb, long tick, long ticks) {
        int width = format.width();
        if (rgb.length != width * format.height()) {
            throw new IllegalArgumentException(
                    "A picture has " + width + "x" + format.height() + " pixels, but " + rgb.length + " were given");
        }
        byte[] row = new byte[width * 4];
        for (int y = 0; y < format.height(); y++) {
            for (int x = 0; x < width; x++) {
                int pixel = rgb[y * width + x];
                row[4 * x] = (byte) pixel;
                row[4 * x + 1] = (byte) (pixel >> 8);
                row[4 * x + 2] = (byte) (pixel >> 16);
                row[4 * x + 3] = (byte) 255;
            }
            drawn.data(0).position((long) y * drawn.linesize(0)).put(row);
        }
        Av.check(av_frame_make_writable(picture), "making a picture");
        format.colours().tag(picture);
        Av.check(sws_scale_frame(converter, picture, drawn), "converting a picture");
        encode(tick, ticks);
    }

    /// Writes a picture as it is, without any conversion.
    ///
    /// @param planes the planes of the pixel format, row by row without padding
    /// @param tick as in {@link #frame(int[], long, long)}
    /// @param ticks likewise
    public void planes(byte[][] planes, long tick, long ticks) {
        Av.check(av_frame_make_writable(picture), "making a picture");
        for (int plane = 0; plane < planes.length; plane++) {
            int rowBytes = av_image_get_linesize(picture.format(), format.width(), plane);
            int rows = planes[plane].length / rowBytes;
            for (int y = 0; y < rows; y++) {
                picture.data(plane)
                        .position((long) y * picture.linesize(plane))
                        .put(planes[plane], y * rowBytes, rowBytes);
            }
        }
        format.colours().tag(picture);
        encode(tick, ticks);
    }

    /// Adds sound where the sound before ended.
    ///
    /// @param interleaved −1 to 1, channel after channel
    public void sound(float[] interleaved) {
        int[] samples = new int[interleaved.length];
        for (int i = 0; i < samples.length; i++) {
            // A double holds every step of 32 bits; the cast saturates at both ends.
            samples[i] = (int) Math.rint(interleaved[i] * 0x1p31);
        }
        sound(samples);
    }

    /// Adds sound where the sound before ended.
    ///
    /// @param interleaved whole numbers of 32 bits, channel after channel; 16-bit samples are shifted left by 16
    public void sound(int[] interleaved) {
        if (sound == null || format.sound() == null) {
            throw new IllegalStateException("the film's format has no sound");
        }
        byte[] samples = new byte[interleaved.length * Integer.BYTES];
        ByteBuffer.wrap(samples).order(ByteOrder.nativeOrder()).asIntBuffer().put(interleaved);
        sound.write(samples, interleaved.length / format.sound().channels());
    }

    /// Completes the file.
    public void finish() {
        video.encode(null, videoPackets::add);
        if (sound != null) {
            sound.finish();
        }
        output.write(videoStream, videoPackets, soundStream, soundPackets);
        output.finish();
    }

    @Override
    public void close() {
        videoPackets.close();
        soundPackets.close();
        av_frame_free(drawn);
        av_frame_free(picture);
        sws_free_context(converter);
        video.close();
        if (sound != null) {
            sound.close();
        }
        output.close();
    }

    private void encode(long tick, long ticks) {
        picture.pts(tick);
        picture.duration(ticks);
        nextTick = tick + ticks;
        video.encode(picture, videoPackets::add);
    }
}
