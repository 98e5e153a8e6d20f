package org.magicanime.pictures.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.inference.picture.Picture;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

class DecodedPicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"128,96,4000", "127,95,4000", "320,238,100", "319,237,100"})
    void everyFrameIsFoundByItsNumberInAnyOrder(int width, int height, int longestSide) throws IOException {
        NumberedClip film = NumberedClip.unsteady(width, height, 60);
        Path clip = film.write(folder);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 2 * film.frames(); i++) {
            order.add(i % film.frames());
        }
        Collections.shuffle(order, new Random(7));
        try (ClipPictures pictures = DecodedPictures.of(clip, width, height, longestSide, empty())) {
            assertThat(pictures.frames()).isEqualTo(film.frames());
            for (int frame : order) {
                Picture picture = pictures.picture(frame);
                assertThat(NumberedClip.numberIn(picture.width(), picture.height(), picture.rgb()))
                        .isEqualTo(frame);
            }
        }
    }

    @Test
    void picturesAreNoLargerThanAskedForAndNeverLargerThanTheFilm() throws IOException {
        Path clip = NumberedClip.steady(319, 237, 3).write(folder);
        try (ClipPictures small = DecodedPictures.of(clip, 319, 237, 100, empty())) {
            assertThat(small.picture(0).width()).isEqualTo(100);
            assertThat(small.picture(0).height()).isEqualTo(74);
            assertThat(small.scale()).isEqualTo(3.19);
        }
        try (ClipPictures whole = DecodedPictures.of(clip, 319, 237, 319, empty())) {
            assertThat(whole.picture(0).width()).isEqualTo(319);
            assertThat(whole.picture(0).height()).isEqualTo(237);
            assertThat(whole.scale()).isEqualTo(1);
        }
    }

    @Test
    void theFileIsGoneWhenThePicturesAreClosed() throws IOException {
        Path clip = NumberedClip.steady(64, 48, 3).write(folder);
        Path pixels = empty();
        ClipPictures pictures = DecodedPictures.of(clip, 64, 48, 64, pixels);
        assertThat(pixels).isNotEmptyDirectory();
        pictures.close();
        assertThat(pixels).isEmptyDirectory();
        pictures.close();
        assertThatThrownBy(() -> pictures.picture(0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x000000, 0xe0a080, 0x336699, 0xffff00})
    void aPureColourComesOutWithinTwoLevels(int rgb) throws IOException {
        // without loss, so that only our conversion is tested
        Path film = folder.resolve("colour.mkv");
        write(film, 128, 96, (x, y) -> rgb);
        for (int longestSide : new int[] {127, 50}) {
            try (ClipPictures pictures = DecodedPictures.of(film, 127, 95, longestSide, empty())) {
                byte[] pixels = pictures.picture(1).rgb();
                for (int i = 0; i < pixels.length; i++) {
                    assertThat((double) (pixels[i] & 0xff)).isCloseTo(rgb >> 16 - i % 3 * 8 & 0xff, within(2.0));
                }
            }
        }
    }

    @Test
    void whatTheCodedPictureHasBeyondTheFilmIsLeftOff() throws IOException {
        Path film = folder.resolve("edge.mkv");
        write(film, 128, 96, (x, y) -> x == 127 || y == 95 ? 0xffffff : 0);
        for (int longestSide : new int[] {127, 50}) {
            try (ClipPictures pictures = DecodedPictures.of(film, 127, 95, longestSide, empty())) {
                assertThat(pictures.picture(0).rgb()).containsOnly(0);
            }
        }
    }

    @Test
    void aSmallerPictureHasTheMeansOfThePixelsThatCameTogether() throws IOException {
        // Cells of 4×4 pixels, which become one each: left black and white by turns, right with one white column of
        // four.
        IntBinaryOperator cells =
                (x, y) -> x < 128 ? (x / 4 + y / 4) % 2 == 0 ? 0xffffff : 0 : x % 4 == 1 ? 0xffffff : 0;
        Path film = folder.resolve("cells.mkv");
        write(film, 256, 64, cells);
        try (ClipPictures pictures = DecodedPictures.of(film, 256, 64, 64, empty())) {
            Picture picture = pictures.picture(0);
            for (int y = 1; y < 15; y++) {
                for (int x = 1; x < 63; x++) {
                    int expected = x >= 32 ? 64 : (x + y) % 2 == 0 ? 255 : 0;
                    assertThat((double) (picture.rgb()[(y * 64 + x) * 3 + 1] & 0xff))
                            .as("%d, %d", x, y)
                            .isCloseTo(expected, within(3.0));
                }
            }
        }
    }

    @Test
    void picturesBeyondTwoGibibytesAreFound() throws IOException {
        int width = 1920;
        int height = 1080;
        int stride = width * 3 + 64;
        int frames = 400;
        Path file = folder.resolve("pictures.rgb");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int frame : new int[] {0, 399}) {
                byte[] row = new byte[width * 3];
                Arrays.fill(row, (byte) (1 + frame % 100));
                channel.write(ByteBuffer.wrap(row), ((long) frame * height + 500) * stride);
            }
            channel.write(ByteBuffer.allocate(1), (long) frames * height * stride - 1);
        }
        assertThat(Files.size(file)).isGreaterThan(Integer.MAX_VALUE);
        try (PictureFile pictures = new PictureFile(file, width, height, stride, frames, 1)) {
            assertThat(pictures.picture(399).rgb()[(500 * width + 1919) * 3 + 2])
                    .isEqualTo((byte) 100);
            assertThat(pictures.picture(399).rgb()[501 * width * 3]).isZero();
            assertThat(pictures.picture(398).rgb()[500 * width * 3]).isZero();
            assertThat(pictures.picture(0).rgb()[500 * width * 3]).isEqualTo((byte) 1);
            assertThatThrownBy(() -> pictures.picture(400)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void whatIsNoClipOfThatSizeIsRefused() throws IOException {
        Path clip = NumberedClip.steady(128, 96, 30).write(folder);
        Path pixels = empty();
        assertThatThrownBy(() -> DecodedPictures.of(clip, 128, 94, 128, pixels))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("128x96")
                .hasMessageContaining("128x94");
        Path text = Files.writeString(folder.resolve("text.mp4"), "no clip");
        assertThatThrownBy(() -> DecodedPictures.of(text, 128, 96, 128, empty()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDamagedClipIsRefused() throws IOException {
        Path clip = NumberedClip.steady(128, 96, 30).write(folder);
        byte[] bytes = Files.readAllBytes(clip);
        Arrays.fill(bytes, bytes.length * 2 / 3, bytes.length - 16, (byte) 0x5a);
        Files.write(clip, bytes);
        assertThatThrownBy(() -> DecodedPictures.of(clip, 128, 96, 128, empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }

    private Path empty() throws IOException {
        return Files.createTempDirectory(folder, "pixels");
    }

    private static void write(Path film, int width, int height, IntBinaryOperator rgb) {
        int[] picture = new int[width * height];
        Arrays.setAll(picture, i -> rgb.applyAsInt(i % width, i / width));
        try (FilmWriter writer = new FilmWriter(film, FilmFormat.lossless(width, height, 25))) {
            for (int i = 0; i < 3; i++) {
                writer.frame(picture);
            }
            writer.finish();
        }
    }
}
