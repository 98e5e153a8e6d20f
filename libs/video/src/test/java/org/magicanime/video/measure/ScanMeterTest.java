package org.magicanime.video.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.function.IntToDoubleFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.magicanime.video.Scan;
import org.magicanime.video.libav.Frames;

/// A drawing that moves to the right, whose rows are of moments that each test chooses.
class ScanMeterTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int FRAMES = 260;

    /// When the rows of a field of a frame were there, in frames of the film.
    @FunctionalInterface
    private interface Moments {
        double of(int frame, int field);
    }

    @Test
    void picturesOfOneMomentAreProgressive() {
        Scan scan = scan((frame, field) -> frame);

        assertThat(scan.kind()).isEqualTo(Scan.Kind.PROGRESSIVE);
        assertThat(scan.interlacedShare()).isLessThan(0.05);
    }

    @Test
    void soAreDrawingsHeldForTwoFrames() {
        assertThat(scan((frame, field) -> frame / 2).kind()).isEqualTo(Scan.Kind.PROGRESSIVE);
    }

    @Test
    void fieldsOfTwoMomentsAreInterlacedWhicheverComesFirst() {
        Scan top = scan((frame, field) -> frame + 0.5 * field);
        Scan bottom = scan((frame, field) -> frame + 0.5 * (1 - field));

        assertThat(top.kind()).isEqualTo(Scan.Kind.INTERLACED);
        assertThat(top.interlacedShare()).isGreaterThan(0.9);
        assertThat(bottom.kind()).isEqualTo(Scan.Kind.INTERLACED);
    }

    /// 2:3 pulldown: of four pictures five are made, the third and fourth of two pictures.
    @Test
    void fieldsThatAreShownTwiceAreTelecined() {
        int[] top = {0, 1, 1, 2, 3};
        int[] bottom = {0, 1, 2, 3, 3};

        Scan scan = scan((frame, field) -> frame / 5 * 4 + (field == 0 ? top : bottom)[frame % 5]);

        assertThat(scan.kind()).isEqualTo(Scan.Kind.TELECINED);
        assertThat(scan.interlacedShare()).isBetween(0.4, 0.9);
    }

    @Test
    void whatDoesNotMoveIsNotKnown() {
        assertThat(scan((frame, field) -> 0)).isEqualTo(Scan.UNKNOWN);
    }

    /// Fields go by the rows of the whole picture, of which the middle is looked at.
    @Test
    void theMiddleOfATallPictureKeepsItsFields() {
        Scan scan = scan(AV_PIX_FMT_YUV420P, 1078, (frame, field) -> frame + 0.5 * field);

        assertThat(scan.kind()).isEqualTo(Scan.Kind.INTERLACED);
        assertThat(scan(AV_PIX_FMT_YUV420P, 1078, (frame, field) -> frame).kind())
                .isEqualTo(Scan.Kind.PROGRESSIVE);
    }

    @Test
    void whatIsNotInBytesIsNotKnown() {
        assertThat(scan(AV_PIX_FMT_YUV420P10LE, HEIGHT, (frame, field) -> frame + 0.5 * field))
                .isEqualTo(Scan.UNKNOWN);
    }

    private static Scan scan(Moments moments) {
        return scan(AV_PIX_FMT_YUV420P, HEIGHT, moments);
    }

    private static Scan scan(int format, int height, Moments moments) {
        ScanMeter meter = new ScanMeter();
        AVFrame picture = Frames.picture(format, WIDTH, height);
        for (int frame = 0; frame < FRAMES; frame++) {
            int number = frame;
            draw(picture, row -> moments.of(number, row & 1));
            meter.see(picture);
        }
        av_frame_free(picture);
        return meter.scan();
    }

    /// Slanted stripes of 40 pixels with soft edges, and thin lines across, which are combs themselves.
    private static void draw(AVFrame picture, IntToDoubleFunction momentOfRow) {
        byte[] row = new byte[WIDTH];
        for (int y = 0; y < picture.height(); y++) {
            double shift = 6 * momentOfRow.applyAsDouble(y);
            for (int x = 0; x < WIDTH; x++) {
                double wave = Math.sin((x - shift + 0.7 * y) * 2 * Math.PI / 40);
                int value = y % 60 == 30 ? 20 : (int) Math.round(128 + 90 * Math.clamp(2 * wave, -1, 1));
                row[x] = (byte) value;
            }
            picture.data(0).position((long) y * picture.linesize(0)).put(row);
        }
    }
}
