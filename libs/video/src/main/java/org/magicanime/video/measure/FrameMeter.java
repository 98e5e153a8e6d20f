package org.magicanime.video.measure;

import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.decode.MediaInput;

/// Measures one frame after the other. What it says is of the frame that was measured last; see `FilmMeasures`.
interface FrameMeter extends AutoCloseable {
    static FrameMeter of(MeasureOptions options, MediaInput input) {
        return switch (options.downscale()) {
            case LONGER_SIDE_256, WIDTH_256 -> new ContentMeter(options.downscale(), input.rotation());
            case LUMA_64 -> new CartoonMeter(input.frameRate().asDouble());
        };
    }

    void measure(AVFrame frame);

    double contentScore();

    float luma();

    float deviation();

    float darkShare();

    /// Whether the picture is another than that which began the present still run.
    boolean moved();

    /// After the last frame.
    default List<Boundary> boundaries() {
        return List.of();
    }

    /// After {@link #boundaries}.
    default List<SecondLook> secondLooks() {
        return List.of();
    }

    @Override
    void close();
}
