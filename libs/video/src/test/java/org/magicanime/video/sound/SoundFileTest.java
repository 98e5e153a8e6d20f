package org.magicanime.video.sound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFileTest {
    private static final int LENGTH = 12_345;

    @TempDir
    Path folder;

    @Test
    void theSidesOfASoundAreReadEachByItselfAndTheMixedChannelIsTheirSumTimesAFactor() throws IOException {
        Random random = new Random(4);
        short[][] sides = new short[2][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sides[0][i] = (short) random.nextInt(-30_000, 30_000);
            sides[1][i] = (short) random.nextInt(-3000, 3000);
        }
        Path file = wav(sides);

        float[][] read = SoundFile.readChannels(file);
        Sound mixed = SoundFile.read(file);

        assertThat(read).hasDimensions(2, LENGTH);
        assertThat(mixed.channels()).isEqualTo(2);
        for (int i = 0; i < LENGTH; i++) {
            assertThat(read[0][i]).isEqualTo(sides[0][i] / 32_768f);
            assertThat(read[1][i]).isEqualTo(sides[1][i] / 32_768f);
            assertThat(mixed.samples()[i])
                    .isCloseTo((float) (SoundFile.OF_TWO * (read[0][i] + read[1][i])), offset(1e-6f));
        }
    }

    @Test
    void oneChannelIsReadAsItIs() throws IOException {
        short[][] one = {{1, -2, 3, 4000, -32_768}};

        assertThat(SoundFile.readChannels(wav(one))).hasDimensions(1, 5);
        assertThat(SoundFile.readChannels(wav(one))[0])
                .containsExactly(SoundFile.read(wav(one)).samples());
    }

    private Path wav(short[][] channels) throws IOException {
        int frame = 2 * channels.length;
        int bytes = frame * channels[0].length;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) channels.length);
        file.putInt(48_000).putInt(48_000 * frame).putShort((short) frame).putShort((short) 16);
        file.put("data".getBytes(US_ASCII)).putInt(bytes);
        for (int i = 0; i < channels[0].length; i++) {
            for (short[] channel : channels) {
                file.putShort(channel[i]);
            }
        }
        return Files.write(folder.resolve("sound.wav"), file.array());
    }
}
