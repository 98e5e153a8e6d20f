package org.magicanime.audio.model.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.stage.EventJson;

/// With tiny models of which it is known what they answer, and against what PyTorch and Demucs make of others.
class BroughtSeparatorTest {
    @TempDir
    Path folder;

    private TinySeparators tiny;

    @BeforeEach
    void bring() throws IOException {
        tiny = new TinySeparators(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdx_identity", "htdemucs_identity"})
    void aModelThatChangesNothingGivesBackTheSoundWhateverItsLength(String file) throws IOException {
        try (BroughtSeparator separator = open(tiny.add(file))) {
            for (int length : new int[] {0, 1, 2, 31, 32, 33, 192, 193, 255, 256, 300, 399, 400, 401, 5000, 44_101}) {
                float[][] sound = noise(length);

                float[][] voice = separator.voice(sound);

                assertThat(voice[0]).as("%d", length).containsExactly(sound[0], offset(1e-5f));
                assertThat(voice[1]).as("%d", length).containsExactly(sound[1], offset(1e-5f));
                assertThat(separator.voice(sound)).isDeepEqualTo(voice);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdx", "htdemucs"})
    void halfTheSoundTheMiddleAndTheLeftSideComeOut(String kind) throws IOException {
        float[][] sound = noise(3000);
        // Demucs gives the mean back to each stem whole.
        for (float[] side : sound) {
            double mean = 0;
            for (float sample : side) {
                mean += (double) sample / side.length;
            }
            for (int i = 0; i < side.length; i++) {
                side[i] -= (float) mean;
            }
        }
        List<String> files = List.of(kind + "_half", kind + "_mid", kind + "_left");
        List<float[][]> voices = new ArrayList<>();
        for (String file : files) {
            try (BroughtSeparator separator = open(tiny.add(file))) {
                voices.add(separator.voice(sound));
            }
        }

        for (int i = 0; i < 3000; i++) {
            float left = sound[0][i];
            float right = sound[1][i];
            assertThat(voices.get(0)[0][i]).isCloseTo(left / 2, offset(1e-5f));
            assertThat(voices.get(0)[1][i]).isCloseTo(right / 2, offset(1e-5f));
            assertThat(voices.get(1)[0][i]).isCloseTo((left + right) / 2, offset(1e-5f));
            assertThat(voices.get(1)[1][i]).isCloseTo((left + right) / 2, offset(1e-5f));
            assertThat(voices.get(2)[0][i]).isCloseTo(left / 2, offset(1e-5f));
            assertThat(voices.get(2)[1][i]).isCloseTo(left / 2, offset(1e-5f));
        }
    }

    /// Of `separators.json`: what a tiny model makes of a sound of this length, every fifth sample.
    record Golden(
            String model,
            int length,
            @Nullable String gives,
            @Nullable Double overlap,
            List<List<Double>> voice) {}

    @Test
    void soundsAreTakenApartAndPutTogetherAsByPyTorchAndDemucs() throws IOException {
        int compared = 0;
        for (Golden golden : golden()) {
            String id = "m" + compared;
            if (golden.overlap() == null) {
                String settings = "fft: 64, hop: 16, compensation: 1.035, silent-bins: 3, gives: " + golden.gives();
                tiny.add(id, golden.model(), "mdx", "[1, 4, 24, 17]", "[1, 4, 24, 17]", settings);
            } else {
                String settings = "voice: 1, overlap: " + golden.overlap();
                tiny.add(id, golden.model(), "htdemucs", "[1, 2, 401]", "[1, 2, 2, 401]", settings);
            }
            try (BroughtSeparator separator = open(id)) {
                float[][] voice = separator.voice(golden(golden.length()));

                for (int side = 0; side < 2; side++) {
                    assertThat(voice[side]).hasSize(golden.length());
                    List<Double> expected = golden.voice().get(side);
                    for (int i = 0; i < expected.size(); i++) {
                        assertThat(voice[side][5 * i])
                                .as("%s, side %d, sample %d", golden, side, 5 * i)
                                .isCloseTo(expected.get(i).floatValue(), offset(3e-6f));
                    }
                }
            }
            compared++;
        }
        assertThat(compared).isEqualTo(22);
    }

    private static List<Golden> golden() throws IOException {
        try (InputStream in = BroughtSeparatorTest.class.getResourceAsStream("/separators/separators.json")) {
            return Arrays.asList(EventJson.read(Objects.requireNonNull(in).readAllBytes(), Golden[].class));
        }
    }

    /// The sound of `separators.py`.
    private static float[][] golden(int length) {
        float[][] sound = new float[2][length];
        long state = 12_345;
        for (int i = 0; i < length; i++) {
            for (int side = 0; side < 2; side++) {
                state = (1_103_515_245 * state + 12_345) % 2_147_483_648L;
                sound[side][i] = (float) (((state >> 8) & 0xffff) / 65_536.0 - 0.5 + 0.1 * side);
            }
        }
        return sound;
    }

    @Test
    void theParametersSayAllThatDecidesWhatComesOut() throws IOException {
        String settings = "fft: 64, hop: 16, compensation: 1.5";
        tiny.add("mine", "mdx_half", "mdx", TinySeparators.SPECTRUM, TinySeparators.SPECTRUM, settings);

        try (BroughtSeparator separator = open("mine")) {
            assertThat(separator.model()).isEqualTo("mine");
            assertThat(separator.parameters())
                    .isEqualTo(Map.of(
                            "speech.separation", "mine",
                            "model.mine", separator.sha256(),
                            "speech.separation.decoder", "mdx",
                            "speech.separation.shape", "[1, 4, 33, 17]",
                            "speech.separation.output", "out",
                            "speech.separation.fft", "64",
                            "speech.separation.hop", "16",
                            "speech.separation.compensation", "1.5",
                            "speech.separation.silent-bins", "0",
                            "speech.separation.gives", "voice"));
        }
    }

    /// One file, of which the entry says which answer is taken.
    @Test
    void anotherOutputOfTheSameFileIsAnotherHash() throws IOException {
        tiny.addOutput("mine", "half");
        float[][] sound = noise(1000);
        try (BroughtSeparator half = open("mine");
                BroughtSeparator whole = openOther("whole")) {
            assertThat(whole.model()).isEqualTo(half.model());
            assertThat(whole.sha256()).isEqualTo(half.sha256());
            assertThat(half.voice(sound)[0][500]).isCloseTo(sound[0][500] / 2, offset(1e-5f));
            assertThat(whole.voice(sound)[0][500]).isCloseTo(sound[0][500], offset(1e-5f));
            assertThat(ParamsHash.of(whole.parameters())).isNotEqualTo(ParamsHash.of(half.parameters()));
        }
    }

    /// Under the same id, as if the entry had been changed.
    private BroughtSeparator openOther(String output) throws IOException {
        TinySeparators changed = new TinySeparators(Files.createDirectory(folder.resolve("changed")));
        changed.addOutput("mine", output);
        return BroughtSeparator.open(changed.models(), changed.entry("mine"));
    }

    @Test
    void aFileThatIsMissingOrAnotherOneIsRefusedAndItsStageGoesOnWhenItIsThere() throws IOException {
        String id = tiny.add("mdx_half");
        byte[] right = Files.readAllBytes(tiny.file(id));
        byte[] other = right.clone();
        other[other.length - 1] ^= 1;
        Files.delete(tiny.file(id));
        try (AwaitedModels<OnnxSpeechModels> awaited =
                new AwaitedModels<>("audio", () -> new OnnxSpeechModels(tiny.models(), Optional.of(tiny.entry(id))))) {
            awaited.open();
            assertThatThrownBy(awaited::get)
                    .isInstanceOf(Busy.class)
                    .hasCauseInstanceOf(ModelMissingException.class)
                    .hasMessageContaining("'mdx_half' is not at " + tiny.file(id));

            Files.write(tiny.file(id), other);
            assertThatThrownBy(awaited::get)
                    .isInstanceOf(Busy.class)
                    .hasCauseInstanceOf(ModelRefusedException.class)
                    .hasMessageContaining("'mdx_half'")
                    .hasMessageContaining("SHA-256")
                    .hasMessageContaining("mend the entry");

            Files.write(tiny.file(id), right);
            assertThat(Objects.requireNonNull(awaited.get().separator()).model())
                    .isEqualTo("mdx_half");
            assertThat(awaited.get().parameters()).containsEntry("speech.separation", "mdx_half");
        }
    }

    @Test
    void aModelThatTheCatalogueDoesNotHaveIsAnsweredWithThoseThatItHas() throws IOException {
        tiny.add("mdx_half");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("none-such"))
                .withMessageContaining("'none-such'")
                .withMessageContaining("mdx_half");
    }

    @Test
    void aModelForSomethingElseIsRefused() throws IOException {
        tiny.add("mine", "htdemucs_half", "demucs", TinySeparators.SAMPLES, TinySeparators.STEMS, "voice: 1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("mine"))
                .withMessageContaining("'mine' has the decoder 'demucs'")
                .withMessageContaining("'mdx' or 'htdemucs'");
    }

    /// The file has other shapes than its entry says.
    @Test
    void aFileOfOtherShapesIsRefused() throws IOException {
        tiny.add("mine", "mdx_half", "mdx", "[1, 4, 17, 17]", "[1, 4, 17, 17]", "fft: 32, hop: 8");

        assertThatThrownBy(() -> open("mine"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("[1, 4, 33, 17]")
                .hasMessageContaining("[1, 4, 17, 17]");
    }

    /// The entry has other shapes than its decoder needs.
    @Test
    void shapesThatAreNoneOfTheDecodersAreRefused() throws IOException {
        tiny.add("a", "htdemucs_half", "mdx", TinySeparators.SAMPLES, TinySeparators.STEMS, TinySeparators.MDX);
        tiny.add("b", "mdx_half", "htdemucs", TinySeparators.SPECTRUM, TinySeparators.SPECTRUM, "voice: 1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("a"))
                .withMessageContaining("'a'")
                .withMessageContaining("input of the shape [1, 4, bins, frames]")
                .withMessageContaining("[1, 2, 400]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("b"))
                .withMessageContaining("'b'")
                .withMessageContaining("input of the shape [1, 2, samples]")
                .withMessageContaining("[1, 4, 33, 17]");
    }

    /// Where a shape leaves its settings no value, the shape is what is wrong.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mdx      | [1, 4, 33, 3]          | [1, 4, 33, 3]          | at most 32769 bins and 4 to 32768 frames",
                "mdx      | [1, 4, 32770, 17]      | [1, 4, 32770, 17]      | at most 32769 bins and 4 to 32768 frames",
                "mdx      | [1, 4, 33, -1]         | [1, 4, 33, -1]         | the shape [1, 4, bins, frames]",
                "mdx      | [1, 4, 33, 9999999999] | [1, 4, 33, 9999999999] | the shape [1, 4, bins, frames]",
                "htdemucs | [1, 2, 99]             | [1, 2, 2, 99]          | at least 100 samples",
                "htdemucs | [1, 2, -1]             | [1, 2, 2, -1]          | the shape [1, 2, samples]",
                "htdemucs | [1, 2, 9999999999]     | [1, 2, 2, 9999999999]  | the shape [1, 2, samples]",
            })
    void aShapeThatNothingFitsIsNamedBeforeTheFileIsLookedFor(String kind, String input, String output, String wanted)
            throws IOException {
        boolean mdx = kind.equals("mdx");
        tiny.add("mine", kind + "_half", kind, input, output, mdx ? TinySeparators.MDX : TinySeparators.HTDEMUCS);
        Files.delete(tiny.file("mine"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("mine"))
                .withMessageContaining("model 'mine' in the catalogue")
                .withMessageContaining(wanted)
                .withMessageContaining(input);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mdx      | hop: 16                             | fft           | missing",
                "mdx      | fft: 64                             | hop           | missing",
                "mdx      | fft: many, hop: 16                  | fft           | 'many' is no number",
                "mdx      | fft: 62, hop: 16                    | fft           | it is 62, and must be from 64 to 65536",
                "mdx      | fft: 65, hop: 16                    | fft           | even",
                "mdx      | fft: 64.5, hop: 16                  | fft           | whole",
                "mdx      | fft: 64, hop: 33                    | hop           | it is 33, and must be from 5 to 32",
                "mdx      | fft: 64, hop: 4                     | hop           | it is 4, and must be from 5 to 32",
                "mdx      | fft: 64, hop: 16, compensation: NaN | compensation  | it is NaN, and must be from 0.1 to 10",
                "mdx      | fft: 64, hop: 16, compensation: .05 | compensation  | it is 0.05, and must be from 0.1 to 10",
                "mdx      | fft: 64, hop: 16, silent-bins: 34   | silent-bins   | it is 34, and must be from 0 to 33",
                "mdx      | fft: 64, hop: 16, gives: drums      | gives         | 'voice' or 'rest', not 'drums'",
                "mdx      | fft: 64, hop: 16, n-fft: 64         | n-fft         | knows [compensation, fft, gives",
                "htdemucs | overlap: 0.25                       | voice         | missing",
                "htdemucs | voice: 7                            | voice         | it is 7, and must be from 0 to 1",
                "htdemucs | voice: vocals                       | voice         | 'vocals' is no number",
                "htdemucs | voice: 1, overlap: 1                | overlap       | it is 1, and must be from 0 to 0.9",
            })
    void aWrongSettingIsNamedWithWhatIsWrongBeforeTheFileIsLookedFor(
            String kind, String settings, String named, String why) throws IOException {
        boolean mdx = kind.equals("mdx");
        tiny.add(
                "mine",
                kind + "_half",
                kind,
                mdx ? TinySeparators.SPECTRUM : TinySeparators.SAMPLES,
                mdx ? TinySeparators.SPECTRUM : TinySeparators.STEMS,
                settings);
        Files.delete(tiny.file("mine"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("mine"))
                .withMessageContaining("model 'mine' in the catalogue: the setting '" + named + "'")
                .withMessageContaining(why);
    }

    /// A model may answer so; its sound would be lost without a word.
    @Test
    void anAnswerThatIsNoNumberIsRefused() throws IOException {
        float[][] sound = noise(500);
        sound[0][100] = Float.POSITIVE_INFINITY;
        for (String file : List.of("mdx_mid", "htdemucs_mid")) {
            try (BroughtSeparator separator = open(tiny.add(file))) {
                assertThatThrownBy(() -> separator.voice(sound))
                        .isInstanceOf(ModelRefusedException.class)
                        .hasMessageContaining(file)
                        .hasMessageContaining("no number");
            }
        }
    }

    private BroughtSeparator open(String id) {
        return BroughtSeparator.open(tiny.models(), tiny.entry(id));
    }

    private static float[][] noise(int length) {
        Random random = new Random(length);
        float[][] sound = new float[2][length];
        for (float[] side : sound) {
            for (int i = 0; i < length; i++) {
                side[i] = (float) (0.3 * random.nextGaussian() + 0.1);
            }
        }
        return sound;
    }
}
