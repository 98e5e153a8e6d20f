package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.inference.picture.Picture;
import org.magicanime.keypoint.model.PersonDetector;
import org.magicanime.pictures.ClipPictures;

/// The same detector of persons on the same pictures, here and with rtmlib (Python), each on one thread, without the
/// decoding of the film.
final class DetectorPeer {
    static final String MODEL = "yolox_nano";

    private static final int MOST_PICTURES = 200;
    private static final int LONGEST_MINUTES = 30;

    private final Path models;
    private final String python;
    private final int rounds;

    /// @param models the folder with the catalogue
    /// @param python a command that starts Python, perhaps with rtmlib installed
    DetectorPeer(Path models, String python, int rounds) {
        this.models = models;
        this.python = python;
        this.rounds = rounds;
    }

    /// Prints one line: both speeds, or why there is no comparison.
    ///
    /// @param folder for the pictures
    void run(ClipPictures pictures, Path folder) throws IOException, InterruptedException {
        ModelCatalogue catalogue = ModelCatalogue.in(models);
        ModelEntry entry = catalogue.entry(MODEL);
        Path file = models.resolve(entry.file());
        if (!Files.exists(file)) {
            System.out.printf(
                    "beside rtmlib                     left out: ./magicanime models pull %s fetches the detector%n",
                    MODEL);
            return;
        }
        if (!hasRtmlib()) {
            System.out.printf(
                    "beside rtmlib                     left out: '%s' has no rtmlib (pip install rtmlib onnxruntime);"
                            + " --python names another%n",
                    python);
            return;
        }
        List<Picture> shown = shown(pictures);
        Ours ours = ours(catalogue, shown);
        String[] theirs = theirs(entry, file, shown, folder);
        double speed = Double.parseDouble(theirs[1]);
        System.out.printf(
                "%s, one thread, %d pictures   %.1f frames/s (%d persons), rtmlib %s %.1f (%s): %.2f times as fast%n",
                MODEL, shown.size(), ours.speed, ours.persons, theirs[0], speed, theirs[2], ours.speed / speed);
    }

    private record Ours(double speed, int persons) {}

    private static List<Picture> shown(ClipPictures pictures) {
        List<Picture> shown = new ArrayList<>();
        int every = Math.max(1, pictures.frames() / MOST_PICTURES);
        for (int frame = 0; frame < pictures.frames() && shown.size() < MOST_PICTURES; frame += every) {
            Picture picture = pictures.picture(frame);
            shown.add(
                    new Picture(picture.width(), picture.height(), picture.rgb().clone()));
        }
        return shown;
    }

    private Ours ours(ModelCatalogue catalogue, List<Picture> pictures) {
        try (PersonDetector detector = new PersonDetector(
                new OnnxModels(
                        catalogue, new ModelFiles(models), KnownInference.oneThread(models), (model, nanos) -> {}),
                MODEL)) {
            double[] speeds = new double[rounds];
            int persons = 0;
            for (int round = -1; round < rounds; round++) {
                long began = System.nanoTime();
                persons = 0;
                for (Picture picture : pictures) {
                    persons += detector.find(picture).size();
                }
                if (round >= 0) {
                    speeds[round] = pictures.size() / ((System.nanoTime() - began) / 1e9);
                }
            }
            return new Ours(BenchCommand.median(speeds), persons);
        }
    }

    private boolean hasRtmlib() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(python, "-c", "import rtmlib, onnxruntime")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            // No such command.
            return false;
        }
    }

    private String[] theirs(ModelEntry entry, Path model, List<Picture> pictures, Path folder)
            throws IOException, InterruptedException {
        Path raw = folder.resolve("pictures.bgr");
        write(pictures, raw);
        Process process = new ProcessBuilder(
                        python,
                        "-c",
                        script(),
                        model.toString(),
                        Long.toString(entry.inputs().getFirst().shape().getLast()),
                        raw.toString(),
                        Integer.toString(pictures.getFirst().width()),
                        Integer.toString(pictures.getFirst().height()),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer;
        try (InputStream out = process.getInputStream()) {
            answer = new String(out.readAllBytes(), UTF_8).strip();
        }
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("rtmlib failed; its error is above");
        }
        // rtmlib prints, too.
        return answer.substring(answer.lastIndexOf('\n') + 1).split(" ", -1);
    }

    /// rtmlib wants blue first, as OpenCV has it.
    private static void write(List<Picture> pictures, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (Picture picture : pictures) {
                byte[] rgb = picture.rgb();
                for (int i = 0; i < rgb.length; i += Picture.CHANNELS) {
                    out.write(rgb[i + 2]);
                    out.write(rgb[i + 1]);
                    out.write(rgb[i]);
                }
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                DetectorPeer.class.getResourceAsStream("rtmlib_detector.py"), "the script is in the jar")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
