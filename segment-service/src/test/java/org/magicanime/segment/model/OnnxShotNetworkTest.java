package org.magicanime.segment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.segment.domain.ShotNetwork;
import org.magicanime.testkit.ProjectFolder;

/// Windows by a network that brightness_onnx.py made; scores by the network itself, where it was made.
class OnnxShotNetworkTest {
    private static final int PICTURE = ShotNetwork.WIDTH * ShotNetwork.HEIGHT * 3;
    private static final float HALF = 127.5f;
    /// Batch normalisation is part of a convolution here, and convolutions add in another order.
    private static final double TOLERANCE = 1e-4;

    @TempDir
    Path folder;

    private OnnxShotNetwork brightness() throws Exception {
        byte[] content = resource("brightness.onnx");
        Files.write(folder.resolve("brightness.onnx"), content);
        ModelEntry entry = new ModelEntry(
                OnnxShotNetwork.MODEL,
                "shot-detection",
                ModelEntry.Tier.STANDARD,
                "brightness.onnx",
                content.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
                "Apache-2.0",
                "brightness_onnx.py",
                null,
                List.of(new TensorSpec("frames", List.of(1L, 100L, 27L, 48L, 3L))),
                List.of(new TensorSpec("single", List.of(1L, 100L, 1L))),
                "transnetv2");
        return new OnnxShotNetwork(models(new ModelCatalogue(List.of(entry)), folder));
    }

    private static OnnxModels models(ModelCatalogue catalogue, Path folder) {
        return new OnnxModels(
                catalogue, new ModelFiles(folder), KnownInference.oneThread(folder), (model, nanos) -> {});
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(OnnxShotNetworkTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /// So near the middle that scores differ from frame to frame.
    private static int brightnessOf(int frame) {
        return 125 + frame % 6;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 49, 50, 51, 75, 100, 101, 151, 1100})
    void everyFrameGetsItsOwnScoreWhateverTheLengthOfTheFilm(int frames) throws Exception {
        try (OnnxShotNetwork network = brightness()) {
            ShotNetwork.Scoring scoring = network.begin();
            // In parts of 32, as a film comes.
            for (int first = 0; first < frames; first += 32) {
                byte[] part = new byte[Math.min(32, frames - first) * PICTURE];
                for (int i = 0; i < part.length; i++) {
                    part[i] = (byte) brightnessOf(first + i / PICTURE);
                }
                scoring.add(part);
            }

            float[] scores = scoring.finish();

            assertThat(scores).hasSize(frames);
            for (int frame = 0; frame < frames; frame++) {
                double wanted = 1 / (1 + Math.exp(HALF - brightnessOf(frame)));
                assertThat(scores[frame]).as("frame %d", frame).isCloseTo((float) wanted, within(1e-4f));
            }
        }
    }

    @Test
    void halfAPictureIsRefused() throws Exception {
        try (OnnxShotNetwork network = brightness()) {
            ShotNetwork.Scoring scoring = network.begin();
            assertThatThrownBy(() -> scoring.add(new byte[PICTURE + 1])).hasMessageContaining("48x27");
        }
    }

    @Test
    void whereTheModelIsNotThereItIsSaidHowToMakeIt() {
        ModelCatalogue catalogue = ModelCatalogue.in(projectModels());

        assertThatThrownBy(() -> new OnnxShotNetwork(models(catalogue, folder)))
                .isInstanceOf(ModelMissingException.class)
                .hasMessageContaining("models/make-starter --transnetv2 models/standard")
                .hasMessageContaining("./magicanime models pull transnetv2 --from FOLDER");
    }

    /// What transnetv2_golden.py wrote down; 31 MB of weights are in no repository.
    @Test
    void scoresAreThoseOfTheAuthorsNetwork() throws Exception {
        assumeTrue(
                Files.exists(projectModels().resolve("standard/transnetv2.onnx")),
                "models/make-starter --transnetv2 models/standard makes the model");
        JsonNode golden = new ObjectMapper().readTree(resource("transnetv2-golden.json"));
        JsonNode wanted = golden.get("scores");
        byte[] film = GoldenFilm.draw(wanted.size());
        long sum = 0;
        for (byte value : film) {
            sum += value & 0xff;
        }
        assertThat(sum).as("the film is the same").isEqualTo(golden.get("sum").asLong());

        try (OnnxShotNetwork network =
                new OnnxShotNetwork(models(ModelCatalogue.in(projectModels()), projectModels()))) {
            ShotNetwork.Scoring scoring = network.begin();
            scoring.add(film);
            float[] scores = scoring.finish();

            for (int frame = 0; frame < wanted.size(); frame++) {
                assertThat((double) scores[frame])
                        .as("frame %d", frame)
                        .isCloseTo(wanted.get(frame).asDouble(), within(TOLERANCE));
            }
        }
    }

    private static Path projectModels() {
        return ProjectFolder.models();
    }

    /// As transnetv2_golden.py draws it.
    private static final class GoldenFilm {
        private static final int[] BEGINS = {0, 31, 58, 97, 120};
        private static final int DISSOLVE = 12;

        static byte[] draw(int frames) {
            byte[] film = new byte[frames * PICTURE];
            for (int i = 0; i < film.length; i++) {
                int at = i % PICTURE;
                int x = at / 3 % ShotNetwork.WIDTH;
                int y = at / 3 / ShotNetwork.WIDTH;
                film[i] = (byte) pixel(i / PICTURE, x, y, at % 3);
            }
            return film;
        }

        private static int pixel(int frame, int x, int y, int channel) {
            int number =
                    (int) Arrays.stream(BEGINS).filter(first -> first <= frame).count() - 1;
            int mixed = frame - BEGINS[3];
            if (number == 3 && mixed < DISSOLVE) {
                return (shot(2, frame, x, y, channel) * (DISSOLVE - mixed) + shot(3, frame, x, y, channel) * mixed)
                        / DISSOLVE;
            }
            return shot(number, frame, x, y, channel);
        }

        private static int shot(int number, int frame, int x, int y, int channel) {
            int side = 4 + 2 * number;
            int checks = ((x + frame / (1 + number)) / side + y / side) % 2;
            return (40 + 37 * number + 61 * channel) % 160 + 70 * checks;
        }
    }
}
