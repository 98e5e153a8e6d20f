package org.magicanime.video.cut;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.libav.Av;

/// Decodes a clip as it is encoded and holds every frame against the one that went in, on a thread of its own: encoding
/// and checking cost about the same.
final class ClipCheck implements AutoCloseable {
    /// Frames that may wait to be checked.
    private static final int WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("clip-check").factory());
    private final Semaphore room = new Semaphore(WAITING);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final int width;
    private final int height;
    private final AVCodecContext decoder;
    private final AVFrame decoded = Av.allocated(av_frame_alloc(), "a frame");
    private final Deque<AVFrame> sources = new ConcurrentLinkedDeque<>();
    private final Ssim ssim = new Ssim();
    private double least = 1;
    private long frames;

    /// @param width pixels that are compared: the film's, without padding
    /// @param height likewise
    ClipCheck(AVCodecContext encoder, int width, int height) {
        this.width = width;
        this.height = height;
        decoder = Av.allocated(avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264)), "a decoder");
        AVCodecParameters parameters = Av.allocated(avcodec_parameters_alloc(), "codec parameters");
        Av.check(avcodec_parameters_from_context(parameters, encoder), "reading codec parameters");
        Av.check(avcodec_parameters_to_context(decoder, parameters), "reading codec parameters");
        avcodec_parameters_free(parameters);
        decoder.thread_count(1);
        decoder.flags(decoder.flags() | AV_CODEC_FLAG_LOW_DELAY);
        Av.check(
                avcodec_open2(decoder, avcodec_find_decoder(AV_CODEC_ID_H264), (AVDictionary) null),
                "opening a decoder");
    }

    /// Announces a frame that goes into the encoder.
    ///
    /// @param source a reference that this object frees
    void expect(AVFrame source) {
        sources.addLast(source);
    }

    /// @param packet what the encoder made of the next frame, in decoding order; must live until {@link #finish()}
    void add(AVPacket packet) {
        room.acquireUninterruptibly();
        thread.execute(() -> {
            run(() -> Av.check(avcodec_send_packet(decoder, packet), "decoding our own clip"));
            room.release();
        });
    }

    /// Waits until every frame is checked.
    void finish() {
        thread.execute(() -> run(() -> avcodec_send_packet(decoder, null)));
        thread.close();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void run(Runnable send) {
        try {
            send.run();
            receive();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /// The lowest SSIM of any frame, once finished.
    double least() {
        return least;
    }

    /// Frames that came out, once finished.
    long frames() {
        return frames;
    }

    private void receive() {
        while (avcodec_receive_frame(decoder, decoded) >= 0) {
            AVFrame source = sources.removeFirst();
            least = Math.min(least, ssim.of(source, decoded, width, height));
            av_frame_free(source);
            av_frame_unref(decoded);
            frames++;
        }
    }

    @Override
    public void close() {
        thread.close();
        sources.forEach(source -> av_frame_free(source));
        av_frame_free(decoded);
        avcodec_free_context(decoder);
    }
}
