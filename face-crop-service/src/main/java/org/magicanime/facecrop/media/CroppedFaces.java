package org.magicanime.facecrop.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.facecrop.domain.FaceMedia.CropWork;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.libav.PackedPixels;

/// The videos of some faces while the frames of their clip come by.
final class CroppedFaces implements AutoCloseable {
    private static final int RGB_BYTES = 3;
    /// One for each video of a face.
    private static final int CODERS = 2;

    private final OwnClip clip;
    private final int width;
    private final int height;
    private final ExecutorService coders = Executors.newFixedThreadPool(CODERS);
    private final List<FaceInWork> faces;
    private final PackedPixels pixels = new PackedPixels(AV_PIX_FMT_RGB24);
    private final WindowSampler sampler = new WindowSampler();
    private final byte[] rgb;

    CroppedFaces(OwnClip clip, int width, int height, List<CropWork> works) {
        this.clip = clip;
        this.width = width;
        this.height = height;
        this.faces =
                works.stream().map(work -> new FaceInWork(clip, work, coders)).toList();
        this.rgb = new byte[Math.multiplyExact(width * RGB_BYTES, height)];
    }

    /// @throws IllegalStateException if the clip ends before the last face
    void write() {
        int end = faces.stream().mapToInt(face -> face.work().end()).max().orElse(0);
        long frames = clip.forEach(end, this::take);
        if (frames < end) {
            throw new IllegalStateException(
                    "the clip has " + frames + " frames, but a face is to be cut out of frame " + (end - 1));
        }
        faces.forEach(FaceInWork::finish);
    }

    private void take(AVFrame frame, long number) {
        List<FaceInWork> wanted = faces.stream()
                .filter(face ->
                        number >= face.work().first() && number < face.work().end())
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        // What an odd size has been coded larger by is no picture.
        frame.width(width);
        frame.height(height);
        copy(pixels.convert(frame));
        for (FaceInWork face : wanted) {
            int i = Math.toIntExact(number - face.work().first());
            face.add(
                    frame,
                    i,
                    sampler.sample(rgb, width, height, face.work().windows().get(i)));
        }
    }

    private void copy(AVFrame packed) {
        BytePointer from = packed.data(0);
        int row = width * RGB_BYTES;
        for (int y = 0; y < height; y++) {
            from.position((long) y * packed.linesize(0)).get(rgb, y * row, row);
        }
    }

    @Override
    public void close() {
        // Waits for what is being coded.
        coders.close();
        faces.forEach(FaceInWork::close);
        pixels.close();
    }
}
