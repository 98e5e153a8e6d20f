package org.magicanime.facecrop.storage;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;
import org.magicanime.testkit.drawn.CharacterTruth;

/// The starter face mesh, shown where a face was drawn.
final class DrawnFaceMesh implements AutoCloseable {
    /// Below this the keypoint stage tells no landmarks.
    private static final double LEAST = 0.5;

    private final Model mesh;

    DrawnFaceMesh() {
        Path folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("models"))
                .filter(above -> Files.exists(above.resolve(ModelCatalogue.FILE)))
                .findFirst()
                .orElseThrow();
        mesh = new OnnxModels(
                        ModelCatalogue.in(folder),
                        new ModelFiles(folder),
                        KnownInference.oneThread(folder),
                        (model, nanos) -> {})
                .open("face_landmark");
    }

    record Found(List<Point> landmarks, double score) {
        /// As the keypoint stage writes them: the middle of the first pixel is (0.5, 0.5).
        void writeTo(float[] points, int from) {
            for (int i = 0; i < landmarks.size() && score >= LEAST; i++) {
                points[from + 3 * i] = (float) (landmarks.get(i).x() + 0.5);
                points[from + 3 * i + 1] = (float) (landmarks.get(i).y() + 0.5);
                points[from + 3 * i + 2] = (float) score;
            }
        }
    }

    Found find(BufferedImage image, CharacterTruth character) {
        Picture picture = picture(image);
        List<Point> drawn = character.landmarks().stream()
                .map(point -> new Point(point.x(), point.y()))
                .toList();
        FaceMesh first = look(picture, Bounds.of(drawn).turned(0).grown(1.5, -0.1));
        FaceMesh second = look(picture, first.next());
        FaceMesh best = second.score() >= first.score() ? second : first;
        return new Found(best.landmarks68(), best.score());
    }

    private FaceMesh look(Picture picture, Roi region) {
        new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1)
                .sample(picture, region, mesh.input("input_1"));
        mesh.run();
        return FaceLandmarks.read(mesh.output("conv2d_21"), mesh.output("conv2d_31"), region);
    }

    private static Picture picture(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] bytes = new byte[rgb.length * Picture.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            bytes[3 * i] = (byte) (rgb[i] >> 16);
            bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
            bytes[3 * i + 2] = (byte) rgb[i];
        }
        return new Picture(image.getWidth(), image.getHeight(), bytes);
    }

    @Override
    public void close() {
        mesh.close();
    }
}
