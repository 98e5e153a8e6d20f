package org.magicanime.keypoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.keypoint.domain.SpanVideos;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.testkit.numbered.ShownVideo;

class DrawnBodiesTest {
    private static final int NOSE = 0;

    private final AvClipMedia media = new AvClipMedia();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // width, height, first, count, then the sizes of the videos
        "480,360,0,40,480,360,480,360",
        "480,360,11,20,480,360,480,360",
        "479,357,5,35,480,358,480,358",
        "961,719,0,12,962,720,640,478"
    })
    void bothVideosShowTheSkeletonOfTheRightFrame(
            int width,
            int height,
            int first,
            int count,
            int poseWidth,
            int poseHeight,
            int overlayWidth,
            int overlayHeight) {
        Path clip = NumberedClip.unsteady(width, height, Math.max(40, first + count))
                .write(folder);
        draw(clip, width, height, first, bodies(width, height, first, count), "");
        ShownVideo whole = ShownVideo.of(clip);
        ShownVideo pose = ShownVideo.of(folder.resolve("pose.mp4"));
        ShownVideo overlay = ShownVideo.of(folder.resolve("over.mp4"));
        List<Double> times = whole.timesFrom(first).stream().limit(count).toList();
        for (ShownVideo video : List.of(pose, overlay)) {
            assertThat(video.frames()).hasSize(count);
            assertThat(video.frames().getFirst().tick()).isZero();
            assertThat(video.timesFrom(0)).isEqualTo(times);
            assertThat(video.frames().getLast().ticks())
                    .isEqualTo(whole.frames().get(first + count - 1).ticks());
        }
        for (int i = 0; i < count; i++) {
            ShownVideo.Frame black = pose.frames().get(i);
            assertThat(List.of(black.width(), black.height())).isEqualTo(List.of(poseWidth, poseHeight));
            assertNose(black, noseX(width, first + i), noseY(height), first + i);
            ShownVideo.Frame over = overlay.frames().get(i);
            assertThat(List.of(over.width(), over.height())).isEqualTo(List.of(overlayWidth, overlayHeight));
            double scale = overlayWidth == 640 ? 640.0 / width : 1;
            assertNose(over, noseX(width, first + i) * scale, noseY(height) * scale, first + i);
            assertThat(over.number()).isEqualTo(first + i);
        }
    }

    @Test
    void videosOfAWholeClipHaveItsRate() {
        Path clip = NumberedClip.steady(320, 240, 20).write(folder);
        draw(clip, 320, 240, 0, bodies(320, 240, 0, 20), "");
        double rate = ShownVideo.of(clip).frameRate().asDouble();
        assertThat(rate).isEqualTo(25);
        assertThat(ShownVideo.of(folder.resolve("pose.mp4")).frameRate().asDouble())
                .isEqualTo(rate);
        assertThat(ShownVideo.of(folder.resolve("over.mp4")).frameRate().asDouble())
                .isEqualTo(rate);
    }

    @Test
    void theSameBodiesGiveTheSameBytes() {
        Path clip = NumberedClip.unsteady(480, 360, 30).withLoudFrame(4).write(folder);
        List<WholeBody> bodies = bodies(480, 360, 3, 20);
        draw(clip, 480, 360, 3, bodies, "");
        draw(clip, 480, 360, 3, bodies, "again-");
        assertThat(folder.resolve("again-pose.mp4")).hasSameBinaryContentAs(folder.resolve("pose.mp4"));
        assertThat(folder.resolve("again-over.mp4")).hasSameBinaryContentAs(folder.resolve("over.mp4"));
    }

    @Test
    void nothingStaysBehindWhereASkeletonWasBefore() {
        int width = 640;
        int height = 480;
        int frames = 40;
        Path clip = NumberedClip.steady(width, height, frames).write(folder);
        List<WholeBody> bodies = IntStream.range(0, frames)
                .mapToObj(frame -> hand(60 + 9.3 * frame, 240 + 100 * Math.sin(frame * 0.4)))
                .toList();
        draw(clip, width, height, 0, bodies, "");
        ShownVideo pose = ShownVideo.of(folder.resolve("pose.mp4"));
        SkeletonCanvas canvas = new SkeletonCanvas(width, height);
        SkeletonPainter painter = new SkeletonPainter(canvas, 1, width, height);
        for (int frame = 0; frame < frames; frame++) {
            canvas.clear();
            painter.draw(bodies.get(frame));
            ShownVideo.Frame shown = pose.frames().get(frame);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (shown.blue(x, y) > 40 && !canvas.isDrawn(x / 16 * 16, y / 16 * 16, 16)) {
                        throw new AssertionError("frame " + frame + " is not black at " + x + ", " + y);
                    }
                }
            }
        }
    }

    @Test
    void aClipThatEndsBeforeTheBodiesIsRefused() {
        Path clip = NumberedClip.steady(320, 240, 20).write(folder);
        assertThatThrownBy(() -> draw(clip, 320, 240, 5, bodies(320, 240, 5, 16), ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("20 frames");
    }

    @Test
    void aPartIsCutBesideWithTheSameBytesAsAlone() {
        Path clip = NumberedClip.steady(320, 240, 20).write(folder);
        List<WholeBody> bodies = bodies(320, 240, 5, 10);
        draw(clip, 320, 240, 5, bodies, "alone-");
        media.cut(clip, 5, 15, folder.resolve("alone-part.mp4"));

        media.videos(
                clip,
                320,
                240,
                5,
                bodies,
                new SpanVideos(folder.resolve("pose.mp4"), folder.resolve("over.mp4"), folder.resolve("part.mp4")));

        for (String name : List.of("pose.mp4", "over.mp4", "part.mp4")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(folder.resolve("alone-" + name));
        }
    }

    private void draw(Path clip, int width, int height, int first, List<WholeBody> bodies, String prefix) {
        media.draw(
                clip,
                width,
                height,
                first,
                bodies,
                folder.resolve(prefix + "pose.mp4"),
                folder.resolve(prefix + "over.mp4"));
    }

    /// Red at the nose, and not where the noses of the frames before and after are.
    private static void assertNose(ShownVideo.Frame shown, double x, double y, int frame) {
        int column = (int) x;
        int row = (int) y;
        assertThat(shown.red(column, row) - shown.green(column, row))
                .as("frame %d", frame)
                .isGreaterThan(100);
        int step = shown.width() / 48;
        for (int elsewhere : new int[] {column - step, column + step}) {
            assertThat(Math.abs(shown.red(elsewhere, row) - shown.green(elsewhere, row)))
                    .as("beside the nose of frame %d", frame)
                    .isLessThan(40);
        }
    }

    private static List<WholeBody> bodies(int width, int height, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(frame -> {
                    WholeBody body = new WholeBody();
                    body.set(NOSE, noseX(width, frame), noseY(height), 0.9);
                    return body;
                })
                .toList();
    }

    private static double noseX(int width, int frame) {
        return (frame + 3) * width / 48.0;
    }

    private static double noseY(int height) {
        return height * 0.75;
    }

    private static WholeBody hand(double x, double y) {
        WholeBody body = new WholeBody();
        for (int point = 0; point < WholeBody.HAND_POINTS; point++) {
            double angle = point * 2.4;
            body.set(
                    WholeBody.LEFT_HAND + point,
                    x + 3.1 * point * Math.cos(angle),
                    y + 3.1 * point * Math.sin(angle),
                    0.8);
        }
        return body;
    }
}
