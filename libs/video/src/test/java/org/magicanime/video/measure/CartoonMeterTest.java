package org.magicanime.video.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.magicanime.shots.Boundary;
import org.magicanime.video.libav.Frames;

class CartoonMeterTest {
    private static final int SIDE = 96;
    private static final int FRAMES = 60;
    private static final int CUT = 30;

    /// Colours are asked for at few frames, of two pictures: this one and the one before it.
    @Test
    void coloursAtACutAreThoseOfTheFramesOnBothSidesOfIt() {
        List<Boundary> boundaries;
        try (CartoonMeter meter = new CartoonMeter(24)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                // A new picture each time, as a decoder gives them.
                AVFrame picture = Frames.picture(AV_PIX_FMT_YUV420P, SIDE, SIDE);
                boolean after = frame >= CUT;
                stripes(picture, after ? 3 : 11, frame);
                fill(picture, 1, after ? 158 : 98 - (CUT - 1 - frame));
                fill(picture, 2, after ? 168 : 108 - (CUT - 1 - frame));
                meter.measure(picture);
                av_frame_free(picture);
            }
            boundaries = meter.boundaries();
        }

        assertThat(boundaries).hasSize(1);
        assertThat(boundaries.getFirst().first()).isEqualTo(CUT);
        assertThat((double) boundaries.getFirst().signals().colour()).isCloseTo(120, within(0.5));
    }

    /// Across before the cut, down after it.
    private static void stripes(AVFrame picture, int width, int frame) {
        byte[] row = new byte[SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int along = frame < CUT ? y : x;
                row[x] = (byte) (along / width % 2 == 0 ? 60 : 190);
            }
            picture.data(0).position((long) y * picture.linesize(0)).put(row);
        }
    }

    private static void fill(AVFrame picture, int plane, int value) {
        byte[] row = new byte[SIDE / 2];
        java.util.Arrays.fill(row, (byte) value);
        for (int y = 0; y < SIDE / 2; y++) {
            picture.data(plane).position((long) y * picture.linesize(plane)).put(row);
        }
    }
}
