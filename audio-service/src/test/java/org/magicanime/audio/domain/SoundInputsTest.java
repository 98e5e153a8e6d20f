package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.judging.Missed;
import org.magicanime.testkit.drawn.Cartoon;

/// Files of other channels, rates and levels than a cartoon's, through the decoder.
class SoundInputsTest {
    private static final int RATE = FaceClips.RATE;
    private static final int FRAMES = 144;
    private static final int CENTRE = 2;

    @TempDir
    Path folder;

    private static OnnxSpeechModels models;
    private static float[] speech;
    private static double[] mouth;

    @BeforeAll
    static void draw() {
        models = new OnnxSpeechModels(ProjectModels.starter());
        Cartoon talk = FaceClips.cartoon(DrawnTalk.of(FRAMES));
        speech = FaceClips.sound(talk);
        mouth = FaceClips.mouth(talk);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void theVoiceInTheMiddleOfFivePointOneIsKept() throws IOException {
        Random random = new Random(5);
        float[][] channels = new float[6][speech.length];
        for (int channel = 0; channel < channels.length; channel++) {
            for (int i = 0; i < speech.length; i++) {
                channels[channel][i] = channel == CENTRE ? speech[i] : (float) (0.002 * random.nextGaussian());
            }
        }

        FilmSound read = new AvSoundMedia().read(wav(channels, RATE));
        SoundVerdict verdict = judge(read, SoundRules.DEFAULT);

        assertThat(read.channels()).isEqualTo(6);
        assertThat(verdict.missed()).isNull();
        assertThat(made(verdict).speech()).hasSameSizeAs(speech);
    }

    @Test
    void theMeanOfTheSidesIsTheMixedChannel() throws IOException {
        float[] quiet = Level.scaled(speech, 0.3);
        AvSoundMedia media = new AvSoundMedia();

        FilmSound two = media.readWithSides(wav(new float[][] {speech, quiet}, RATE));
        FilmSound one = media.readWithSides(wav(new float[][] {speech}, RATE));

        assertThat(two.samples())
                .isEqualTo(media.read(wav(new float[][] {speech, quiet}, RATE)).samples());
        for (int i = 0; i < speech.length; i++) {
            assertThat((two.sides()[0][i] + two.sides()[1][i]) / 2).isCloseTo(two.samples()[i], offset(1e-6f));
            assertThat(two.sides()[1][i]).isCloseTo(0.3f * two.sides()[0][i], offset(1e-4f));
        }
        assertThat(one.sides()[0]).isSameAs(one.samples());
        assertThat(two.lasting(1).sides()).hasDimensions(2, RATE);
        assertThat(one.lasting(1).sides()).hasDimensions(2, RATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 96_000})
    void aFileOfAnotherRateIsJudgedAndAsLong(int rate) throws IOException {
        float[] other = new AvSoundMedia().resample(speech, RATE, rate);

        FilmSound read = new AvSoundMedia().read(wav(new float[][] {other}, rate));
        SoundVerdict verdict = judge(read, SoundRules.DEFAULT);

        assertThat(read.rate()).isEqualTo(rate);
        assertThat(read.samples()).hasSize(6 * rate);
        if (rate == 96_000) {
            assertThat(verdict.missed()).isNull();
            assertThat(made(verdict).speech()).hasSameSizeAs(speech);
        }
    }

    /// What a telephone leaves of a person's speech is speech all the same.
    @Test
    void aRecordingAtEightKilohertzIsSpeech() throws IOException {
        float[] narrow = ProjectModels.recording("librispeech_1320.mp3", 8000);
        double[] shut = new double[5 * 24];

        SoundVerdict verdict =
                judge(new AvSoundMedia().read(wav(new float[][] {narrow}, 8000)), SoundRules.DEFAULT, shut);

        assertThat(Objects.requireNonNull(verdict.missed()).reason().code()).isEqualTo("mouth-does-not-move");
    }

    /// At an effective value of −53 dBFS DeepFilterNet3 mutes speech, at −8 dBFS it damages some.
    @ParameterizedTest
    @ValueSource(doubles = {-53, -43, -8})
    void speechIsKeptAsItIsWhateverItsLevel(double level) {
        SoundVerdict usual = judge(new FilmSound(RATE, 1, speech), SoundRules.DEFAULT);
        double usualLevel = Objects.requireNonNull(usual.quality().speechLevel());
        double factor = Level.factor(level - usualLevel);

        SoundVerdict scaled = judge(new FilmSound(RATE, 1, Level.scaled(speech, factor)), SoundRules.DEFAULT);

        assertThat(scaled.missed()).isNull();
        assertThat(Objects.requireNonNull(scaled.quality().speechLevel())).isCloseTo(level, offset(0.05));
        float[] expected = Level.scaled(made(usual).speech(), factor);
        float[] found = made(scaled).speech();
        double off = 0;
        for (int i = 0; i < found.length; i++) {
            off += Math.pow(found[i] - expected[i], 2) / found.length;
        }
        assertThat(Math.sqrt(off)).isLessThan(0.01 * Level.effective(expected, 0, expected.length));
    }

    @Test
    void speechIsBroughtToALoudnessThatIsAskedForAndTheGainIsTold() {
        SoundVerdict usual = judge(new FilmSound(RATE, 1, speech), SoundRules.DEFAULT);
        SoundVerdict loud = judge(new FilmSound(RATE, 1, speech), SoundRules.DEFAULT.withLoudness(-30));

        assertThat(usual.quality().gain()).isZero();
        double gain = Objects.requireNonNull(loud.quality().gain());
        assertThat(gain).isCloseTo(-30 - Objects.requireNonNull(usual.quality().loudness()), offset(1e-9));
        assertThat(Loudness.of(made(loud).speech())).isCloseTo(-30, offset(0.01));
        double factor = Level.factor(gain);
        for (int i = 0; i < speech.length; i += 97) {
            assertThat(made(loud).speech()[i] + made(loud).background()[i])
                    .isCloseTo((float) (factor * speech[i]), offset(1e-5f));
        }
    }

    @Test
    void noPeakIsCutOffForALoudness() {
        SoundVerdict loud = judge(new FilmSound(RATE, 1, speech), SoundRules.DEFAULT.withLoudness(-3));

        assertThat(Level.peak(made(loud).speech())).isCloseTo(Level.factor(-1), offset(1e-4));
        assertThat(Loudness.of(made(loud).speech())).isLessThan(-3);
    }

    /// 16 bits; six channels are 5.1 as films have it: left, right, middle, low, two behind.
    private Path wav(float[][] channels, int rate) throws IOException {
        int frames = channels[0].length;
        int bytes = 2 * channels.length;
        ByteBuffer file = ByteBuffer.allocate(68 + frames * bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF"))
                .putInt(60 + frames * bytes)
                .put(ascii("WAVEfmt "))
                .putInt(40);
        file.putShort((short) 0xfffe).putShort((short) channels.length).putInt(rate);
        file.putInt(rate * bytes).putShort((short) bytes).putShort((short) 16).putShort((short) 22);
        int places = channels.length == 6 ? 0x3f : channels.length == 2 ? 0x3 : 0x4;
        file.putShort((short) 16).putInt(places);
        // The format PCM as a GUID.
        file.putShort((short) 1)
                .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71});
        file.put(ascii("data")).putInt(frames * bytes);
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                file.putShort((short) Math.round(32_767 * Math.clamp(channel[i], -1f, 1f)));
            }
        }
        return Files.write(folder.resolve("sound.wav"), file.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static SoundVerdict judge(FilmSound sound, SoundRules rules) {
        return judge(sound, rules, mouth);
    }

    private static SoundVerdict judge(FilmSound sound, SoundRules rules, double[] opening) {
        double[] times = new double[opening.length + 1];
        Arrays.setAll(times, i -> i / 24.0);
        return new SoundJudge(models, new AvSoundMedia(), rules, SpeechBank.ofProject())
                .judge(
                        "face",
                        sound,
                        new MouthSeries(Arrays.stream(opening)
                                .mapToObj(each -> new MouthSeries.Frame(each, true))
                                .toList()),
                        times);
    }

    private static Made made(SoundVerdict verdict) {
        Missed missed = verdict.missed();
        assertThat(verdict.made()).as("%s", missed).isNotNull();
        return Objects.requireNonNull(verdict.made());
    }
}
