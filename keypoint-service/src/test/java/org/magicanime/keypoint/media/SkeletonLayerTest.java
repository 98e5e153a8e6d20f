package org.magicanime.keypoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.video.libav.AreaScaler;
import org.magicanime.video.libav.Colours;
import org.magicanime.video.libav.Frames;

class SkeletonLayerTest {
    private static final int SIDE = 64;

    static Stream<Colours> colours() {
        return Stream.of(
                Colours.BT709,
                Colours.NOT_SAID,
                new Colours(6, 6, 6, 1, 1),
                new Colours(5, 5, 6, 2, 2),
                Colours.BT709.withRange(2));
    }

    /// libswscale converts back, which knows each matrix and range by itself.
    @ParameterizedTest
    @MethodSource("colours")
    void whatIsLaidOverAPictureIsShownInItsColour(Colours colours) {
        AVFrame picture = Frames.picture(AV_PIX_FMT_YUV420P, SIDE, SIDE);
        AVFrame rgb = Frames.picture(AV_PIX_FMT_RGB24, SIDE, SIDE);
        try (AreaScaler converter = new AreaScaler()) {
            colours.tag(picture);
            SkeletonCanvas canvas = new SkeletonCanvas(SIDE, SIDE);
            SkeletonLayer layer = new SkeletonLayer(canvas, colours);
            for (int colour = 1; colour < SkeletonColours.COUNT; colour++) {
                fill(picture, colours.range() == 2 ? 0 : 16);
                canvas.clear();
                canvas.ellipse(32, 32, 20, 20, 0, colour);
                layer.over(picture);
                converter.scale(picture, rgb);
                for (int channel = 0; channel < 3; channel++) {
                    double expected =
                            (SkeletonColours.rgb(colour) >> 16 - 8 * channel & 0xff) * SkeletonColours.alpha(colour);
                    assertThat((double) (rgb.data(0).get(32L * rgb.linesize(0) + 32 * 3 + channel) & 0xff))
                            .as("channel %d of colour %d", channel, colour)
                            .isCloseTo(expected, within(3.0));
                    assertThat(rgb.data(0).get(5L * rgb.linesize(0) + 32 * 3 + channel) & 0xff)
                            .as("beside it")
                            .isLessThan(3);
                }
            }
        } finally {
            av_frame_free(picture);
            av_frame_free(rgb);
        }
    }

    private static void fill(AVFrame picture, int luma) {
        for (int plane = 0; plane <= 2; plane++) {
            byte[] samples = new byte[picture.linesize(plane) * (plane == 0 ? SIDE : SIDE / 2)];
            Arrays.fill(samples, (byte) (plane == 0 ? luma : 128));
            picture.data(plane).position(0).put(samples);
        }
    }
}
