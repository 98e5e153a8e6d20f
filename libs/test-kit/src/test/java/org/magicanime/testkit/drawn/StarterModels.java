package org.magicanime.testkit.drawn;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.blaze.BlazeDetector;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.blaze.HandLandmarks;
import org.magicanime.inference.blaze.HandPose;
import org.magicanime.inference.blaze.PoseLandmarks;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// The models of the repository, looking at drawn pictures, each picture by itself: nothing is tracked.
final class StarterModels implements AutoCloseable {
    private static final double LEAST = 0.3;

    private final Model detector;
    private final Model pose;
    private final Model faceDetector;
    private final Model mesh;
    private final Model recrop;
    private final Model hand;

    StarterModels() {
        Path folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("models"))
                .filter(above -> Files.exists(above.resolve(ModelCatalogue.FILE)))
                .findFirst()
                .orElseThrow();
        OnnxModels models = new OnnxModels(
                ModelCatalogue.in(folder),
                new ModelFiles(folder),
                KnownInference.oneThread(folder),
                (model, nanos) -> {});
        detector = models.open("pose_detection");
        pose = models.open("pose_landmark_full");
        faceDetector = models.open("face_detection_short_range");
        mesh = models.open("face_landmark");
        recrop = models.open("hand_recrop");
        hand = models.open("hand_landmark_full");
    }

    static Picture picture(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] bytes = new byte[rgb.length * Picture.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            bytes[3 * i] = (byte) (rgb[i] >> 16);
            bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
            bytes[3 * i + 2] = (byte) rgb[i];
        }
        return new Picture(image.getWidth(), image.getHeight(), bytes);
    }

    /// Persons that the detector finds with at least 0.3, best first.
    List<Detection> persons(Picture picture) {
        return detect(BlazeDetector.pose(), detector, "input_1", "Identity", "Identity_1", picture, Roi.whole(picture));
    }

    private static List<Detection> detect(
            BlazeDetector reader, Model model, String input, String boxes, String logits, Picture picture, Roi region) {
        new RoiSampler(reader.size(), reader.size(), Border.BLACK, -1, 1).sample(picture, region, model.input(input));
        model.run();
        return reader.read(model.output(boxes), model.output(logits), LEAST);
    }

    /// The body that the detector finds, looked at twice; null if there is nobody.
    @Nullable
    BodyPose pose(Picture picture) {
        List<Detection> found = persons(picture);
        if (found.isEmpty()) {
            return null;
        }
        BodyPose first = pose(picture, PoseLandmarks.region(found.getFirst(), Roi.whole(picture)));
        return pose(picture, first.next());
    }

    private BodyPose pose(Picture picture, Roi region) {
        new RoiSampler(PoseLandmarks.SIZE, PoseLandmarks.SIZE, Border.REPLICATE, 0, 1)
                .sample(picture, region, pose.input("input_1"));
        pose.run();
        return PoseLandmarks.read(
                pose.output("Identity"), pose.output("Identity_1"), pose.output("Identity_3"), region);
    }

    /// The face of a body, looked at twice; null if the detector sees none where the body has it.
    @Nullable
    FaceMesh face(Picture picture, BodyPose body) {
        Roi shown = FaceLandmarks.detectorRegion(body);
        List<Detection> faces =
                detect(BlazeDetector.face(), faceDetector, "input", "regressors", "classificators", picture, shown);
        if (faces.isEmpty()) {
            return null;
        }
        return mesh(
                picture,
                mesh(picture, FaceLandmarks.region(faces.getFirst(), shown)).next());
    }

    private FaceMesh mesh(Picture picture, Roi region) {
        new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1)
                .sample(picture, region, mesh.input("input_1"));
        mesh.run();
        return FaceLandmarks.read(mesh.output("conv2d_21"), mesh.output("conv2d_31"), region);
    }

    HandPose hand(Picture picture, BodyPose body, HandLandmarks.Side side) {
        Roi region = HandLandmarks.recropRegion(body, side);
        new RoiSampler(HandLandmarks.RECROP_SIZE, HandLandmarks.RECROP_SIZE, Border.REPLICATE, 0, 1)
                .sample(picture, region, recrop.input("input_1"));
        recrop.run();
        Roi closer = HandLandmarks.region(recrop.output("output_crop"), region);
        new RoiSampler(HandLandmarks.SIZE, HandLandmarks.SIZE, Border.REPLICATE, 0, 1)
                .sample(picture, closer, hand.input("input_1"));
        hand.run();
        return HandLandmarks.read(hand.output("Identity"), hand.output("Identity_1"), closer);
    }

    @Override
    public void close() {
        detector.close();
        pose.close();
        faceDetector.close();
        mesh.close();
        recrop.close();
        hand.close();
    }
}
