package org.magicanime.keypoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.testkit.numbered.ShownVideo;
import org.magicanime.video.decode.SoundTrack;

class ClipCutTest {
    private final AvClipMedia media = new AvClipMedia();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"128,96,0,60", "128,96,13,14", "128,96,17,52", "127,95,17,60"})
    void aPartHasExactlyItsFramesAtTheirTimes(int width, int height, int first, int end) {
        Path clip = NumberedClip.unsteady(width, height, 60).write(folder);
        Path target = folder.resolve("part.mp4");
        media.cut(clip, first, end, target);
        ShownVideo whole = ShownVideo.of(clip);
        ShownVideo part = ShownVideo.of(target);
        assertThat(part.frames().stream().map(ShownVideo.Frame::number))
                .containsExactlyElementsOf(IntStream.range(first, end).boxed().toList());
        assertThat(part.frames().getFirst().tick()).isZero();
        assertThat(part.timesFrom(0))
                .isEqualTo(whole.timesFrom(first).stream().limit(end - first).toList());
        assertThat(part.frames().getLast().ticks() * part.timeBase().asDouble())
                .isEqualTo(
                        whole.frames().get(end - 1).ticks() * whole.timeBase().asDouble());
        assertThat(part.frames()).allMatch(frame -> frame.width() == width + width % 2 && frame.height() % 2 == 0);
        assertThat(part.hasSound()).isFalse();
    }

    @Test
    void aPartHasTheSoundOfItsFrames() {
        NumberedClip film = NumberedClip.steady(128, 96, 60).withLoudFrame(30);
        Path target = folder.resolve("part.mp4");
        media.cut(film.write(folder), 20, 45, target);
        try (SoundTrack track = new SoundTrack(target)) {
            int rate = track.rate();
            assertThat(rate).isEqualTo(NumberedClip.SOUND_RATE);
            // Frame 30 is the tenth of the part, from 400 to 440 ms.
            assertThat(loudness(track, 0, 385)).isLessThan(0.01);
            assertThat(loudness(track, 400, 440)).isCloseTo(0.35, within(0.05));
            assertThat(loudness(track, 455, 1000)).isLessThan(0.01);
        }
        assertThat(ShownVideo.of(target).frames()).hasSize(25);
    }

    /// Root of the mean square of what is heard, 0 to 1.
    private static double loudness(SoundTrack track, int fromMillisecond, int toMillisecond) {
        byte[] bytes = track.read(fromMillisecond * track.rate() / 1000L, toMillisecond * track.rate() / 1000L);
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        double sum = 0;
        int count = 0;
        boolean small = track.bits() == 16;
        while (samples.hasRemaining()) {
            double sample = small ? samples.getShort() / 0x1p15 : samples.getInt() / 0x1p31;
            sum += sample * sample;
            count++;
        }
        return Math.sqrt(sum / count);
    }

    @Test
    void theSamePartHasTheSameBytesAndLeavesNothingElse() throws IOException {
        Path clip = NumberedClip.steady(128, 96, 20).withLoudFrame(3).write(folder);
        Path into = Files.createDirectory(folder.resolve("parts"));
        media.cut(clip, 2, 12, into.resolve("one.mp4"));
        media.cut(clip, 2, 12, into.resolve("two.mp4"));
        assertThat(into.resolve("one.mp4")).hasSameBinaryContentAs(into.resolve("two.mp4"));
        try (Stream<Path> files = Files.list(into)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .isEqualTo(List.of("one.mp4", "two.mp4"));
        }
    }

    @Test
    void aPartThatIsNotThereIsRefused() {
        Path clip = NumberedClip.steady(128, 96, 20).write(folder);
        assertThatThrownBy(() -> media.cut(clip, 10, 21, folder.resolve("part.mp4")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("part.mp4")).doesNotExist();
    }
}
