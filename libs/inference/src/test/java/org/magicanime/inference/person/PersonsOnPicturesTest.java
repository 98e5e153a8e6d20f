package org.magicanime.inference.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.TestPictures;
import org.magicanime.inference.onnx.RunningModels;
import org.magicanime.inference.picture.Picture;

/// The person detectors that are no part of the repository: skipped where their files are not beside the checkout.
/// Numbers were measured with another implementation (Python, ONNX Runtime 1.32).
class PersonsOnPicturesTest {
    private static final double PIXEL = 1.5;
    private static final double SCORE = 0.02;
    private static final String STANDING = "cartoons/stills/sylvie_blue_normal.png";

    @TempDir
    static Path folder = Path.of("");

    private static Models models = RunningModels.starter();

    @BeforeAll
    static void fetch() throws IOException {
        models = RunningModels.standard(folder, "rtmdetnp", "yolox_nano");
    }

    @Test
    void aConstantInputGivesTheNumbersThatWereMeasured() {
        try (Model rtmdet = models.open("rtmdetnp");
                Model yolox = models.open("yolox_nano")) {
            fill(rtmdet.input("input"), 0.5f);
            rtmdet.run();
            starts(rtmdet.output("rtmdet_head.0.0"), -11.896, -7.793, -9.077, -9.564, -8.976);
            starts(rtmdet.output("rtmdet_head.1.0"), 11.996, 9.191, 14.535, 18.380, 8.633);
            fill(yolox.input("images"), 114);
            yolox.run();
            starts(yolox.output("output"), 1.253, 1.356, 0.958, 0.829, 0.000);
        }
    }

    @Test
    void yoloxSeesAStandingCharacterAsAWhole() throws IOException {
        Picture picture = TestPictures.shared(STANDING);
        try (Model model = models.open("yolox_nano")) {
            Letterbox letterbox = new Letterbox(model.entry().inputs().getFirst(), 416);
            letterbox.show(picture, model.input("images"));
            model.run();

            List<PersonBox> found = YoloxReader.read(model.output("output"), 416, letterbox.scale(picture), 0.4);

            assertThat(found).hasSize(1);
            same(found.getFirst(), new PersonBox(0.909, 28.2, 5.0, 301.1, 693.8));
        }
    }

    @Test
    void rtmdetSeesTheUpperHalf() throws IOException {
        Picture picture = TestPictures.shared(STANDING);
        try (Model model = models.open("rtmdetnp")) {
            Letterbox letterbox = new Letterbox(model.entry().inputs().getFirst(), 640);
            letterbox.show(picture, model.input("input"));
            model.run();

            List<PersonBox> found = RtmdetReader.read(
                    List.of(
                            model.output("rtmdet_head.0.0"),
                            model.output("rtmdet_head.0.1"),
                            model.output("rtmdet_head.0.2")),
                    List.of(
                            model.output("rtmdet_head.1.0"),
                            model.output("rtmdet_head.1.1"),
                            model.output("rtmdet_head.1.2")),
                    640,
                    letterbox.scale(picture),
                    0.3);

            same(found.getFirst(), new PersonBox(0.440, 35.6, 2.9, 295.7, 437.7));
        }
    }

    private static void same(PersonBox found, PersonBox expected) {
        assertThat(found.score()).isCloseTo(expected.score(), within(SCORE));
        assertThat(found.left()).isCloseTo(expected.left(), within(PIXEL));
        assertThat(found.top()).isCloseTo(expected.top(), within(PIXEL));
        assertThat(found.right()).isCloseTo(expected.right(), within(PIXEL));
        assertThat(found.bottom()).isCloseTo(expected.bottom(), within(PIXEL));
    }

    private static void starts(FloatBuffer output, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) output.get(i))
                    .isCloseTo(expected[i], within(Math.max(2e-3, 1e-2 * Math.abs(expected[i]))));
        }
    }

    private static void fill(FloatBuffer input, float value) {
        while (input.hasRemaining()) {
            input.put(value);
        }
    }
}
