package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.blaze.HandLandmarks.Side;
import org.magicanime.inference.blaze.HandPose;
import org.magicanime.inference.picture.Picture;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.FrameMeasures;
import org.magicanime.keypoint.domain.PoseEstimator;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.pictures.ClipPictures;

/// Body, then face and hands where the body has them, by the models of MediaPipe Holistic. A whole-body model that a
/// user has gives the points in their place; whether a pose is valid they still say. For one thread at a time.
public final class HolisticEstimator implements PoseEstimator, AutoCloseable {
    private static final double LEAST_FACE = 0.5;
    private static final double LEAST_NOSE = 0.5;
    private static final double LEAST_WRIST = 0.5;
    private static final int NOSE = 0;
    private static final int LEFT_WRIST = 15;
    private static final int RIGHT_WRIST = 16;

    private final BodyModels bodyModels;
    private final FaceModels faces;
    private final HandModels hands;
    private final List<PersonDetector> persons = new ArrayList<>();
    private final Optional<BroughtWholeBody> wholeBody;
    private final CharacterCount count;
    private final BodyTracking tracking;
    private final ShiftTest shiftTest;
    private final Map<String, String> parameters;

    /// @param catalogue says the digests of the models
    /// @param models gives them
    public HolisticEstimator(ModelCatalogue catalogue, Models models, EstimatorOptions options) {
        bodyModels = new BodyModels(models);
        faces = new FaceModels(models);
        hands = new HandModels(models);
        for (String id : options.personDetectors()) {
            persons.add(new PersonDetector(models, id));
        }
        wholeBody = options.wholeBody().map(id -> new BroughtWholeBody(models.open(id)));
        count = new CharacterCount(bodyModels, faces, persons, options.countEvery());
        tracking = new BodyTracking(bodyModels);
        shiftTest = new ShiftTest(bodyModels, options.shiftEvery());
        parameters = parameters(catalogue, options);
    }

    private static Map<String, String> parameters(ModelCatalogue catalogue, EstimatorOptions options) {
        Map<String, String> all = new TreeMap<>();
        for (String id : options.models()) {
            all.put("model." + id, catalogue.entry(id).sha256());
        }
        all.put("count-every", Integer.toString(options.countEvery()));
        all.put("shift-every", Integer.toString(options.shiftEvery()));
        return Map.copyOf(all);
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public synchronized List<FrameEstimate> estimate(ClipPictures pictures) {
        List<Sample> samples = count.samples(pictures);
        Sample[] deciding = CharacterCount.deciding(samples, pictures.frames());
        @Nullable TrackedBody[] bodies = tracking.track(pictures, samples);
        double[] shifts = shiftTest.measure(pictures, bodies);
        Details details = new Details();
        HeldDrawings drawings = new HeldDrawings();
        List<FrameEstimate> estimates = new ArrayList<>();
        for (int frame = 0; frame < bodies.length; frame++) {
            Picture picture = pictures.picture(frame);
            boolean held = drawings.isHeld(picture);
            TrackedBody body = bodies[frame];
            Sample sample = deciding[frame];
            if (body == null) {
                details.forget();
                estimates.add(new FrameEstimate(
                        new WholeBody(),
                        FrameMeasures.withoutBody(sample.characters(), sample.deciding(), sample.animal()),
                        held));
            } else {
                estimates.add(details.of(picture, body, sample, shifts[frame], pictures.scale(), held));
            }
        }
        return estimates;
    }

    /// Face and hands, which are followed from frame to frame.
    private final class Details {
        private @Nullable FaceMesh face;
        private @Nullable HandPose left;
        private @Nullable HandPose right;

        void forget() {
            face = null;
            left = null;
            right = null;
        }

        FrameEstimate of(Picture picture, TrackedBody body, Sample sample, double shift, double scale, boolean held) {
            BodyPose pose = body.pose();
            WholeBodyPoints points = new WholeBodyPoints(picture.width(), picture.height(), scale);
            if (sample.characters() == 1) {
                face = points.seen(pose, NOSE) >= LEAST_NOSE ? faces.find(picture, pose, face) : null;
                left = points.seen(pose, LEFT_WRIST) >= LEAST_WRIST ? hands.find(picture, pose, Side.LEFT, left) : null;
                right = points.seen(pose, RIGHT_WRIST) >= LEAST_WRIST
                        ? hands.find(picture, pose, Side.RIGHT, right)
                        : null;
            } else {
                forget();
            }
            double faceScore = face == null ? 0 : face.score();
            double leftPresence = left == null ? 0 : left.presence();
            double rightPresence = right == null ? 0 : right.presence();
            if (face != null && (faceScore < LEAST_FACE || !FaceAgreement.isOneFace(pose, face))) {
                face = null;
            }
            if (leftPresence < HandModels.PRESENT) {
                left = null;
            }
            if (rightPresence < HandModels.PRESENT) {
                right = null;
            }
            FrameMeasures measures = new FrameMeasures(
                    sample.characters(),
                    sample.deciding(),
                    sample.animal(),
                    sample.largeFace(),
                    body.startScore(),
                    pose.score(),
                    points.seen(pose, NOSE),
                    Math.min(points.seen(pose, 11), points.seen(pose, 12)),
                    Math.min(points.seen(pose, 23), points.seen(pose, 24)),
                    Proportion.of(pose),
                    shift,
                    body.region().width() * scale,
                    faceScore,
                    leftPresence,
                    rightPresence);
            WholeBody found = sample.characters() == 1 && wholeBody.isPresent()
                    ? points.of(wholeBody.get().look(picture, pose))
                    : points.of(pose, face, left, right);
            return new FrameEstimate(found, measures, held);
        }
    }

    @Override
    public void close() {
        bodyModels.close();
        faces.close();
        hands.close();
        persons.forEach(PersonDetector::close);
        wholeBody.ifPresent(BroughtWholeBody::close);
    }
}
