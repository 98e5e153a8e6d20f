package org.magicanime.eval.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.eval.domain.PerceptualDistance;
import org.magicanime.eval.domain.metric.DrawnPictures;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.ProjectFolder;

class OnnxLpipsTest {
    @TempDir
    Path folder;

    private record Pair(String first, String second, double distance) {}

    /// What ONNX Runtime's Python binding says; `src/test/golden/golden.py` made the numbers.
    @Test
    void distancesAreEqualToTheReferenceAndDoNotDependOnTheBatch() throws IOException {
        List<Pair> pairs;
        try (InputStream json = OnnxLpipsTest.class.getResourceAsStream("lpips-values.json")) {
            pairs = List.of(EventJson.read(Objects.requireNonNull(json).readAllBytes(), Pair[].class));
        }
        try (OnnxLpips lpips = open()) {
            List<RgbFrame> first = new ArrayList<>();
            List<RgbFrame> second = new ArrayList<>();
            for (Pair pair : pairs) {
                first.add(drawn(pair.first()));
                second.add(drawn(pair.second()));
            }
            double[] together = lpips.of(first, second);
            for (int i = 0; i < pairs.size(); i++) {
                assertThat(together[i])
                        .as(pairs.get(i).toString())
                        .isCloseTo(pairs.get(i).distance(), offset(1e-4));
                assertThat(lpips.of(List.of(first.get(i)), List.of(second.get(i)))[0])
                        .isCloseTo(together[i], offset(1e-5));
            }
        }
    }

    private static RgbFrame drawn(String picture) {
        return DrawnPictures.of(picture, PerceptualDistance.SIDE, PerceptualDistance.SIDE);
    }

    private OnnxLpips open() throws IOException {
        Path file = ProjectFolder.shared("models/standard/" + OnnxLpips.MODEL + ".onnx");
        assumeTrue(Files.exists(file), "skipped: the LPIPS model is not beside the checkout");
        ModelCatalogue catalogue = ModelCatalogue.in(ProjectFolder.models());
        try (InputStream content = Files.newInputStream(file)) {
            new ModelFiles(folder).put(catalogue.entry(OnnxLpips.MODEL), content);
        }
        return new OnnxLpips(new OnnxModels(
                catalogue, new ModelFiles(folder), KnownInference.oneThread(folder), (model, nanos) -> {}));
    }
}
