package org.magicanime.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;

/// How far estimated points of a drawn film are from where they were drawn. Only what is to be seen, and was found,
/// counts.
final class PoseErrors {
    private static final int POINTS = 133;
    private static final int VALUES = 3;
    private static final int FIRST_JOINT = 5;
    private static final int END_OF_JOINTS = 17;
    private static final int LARGEST_FILE = 64 << 20;

    private final Cartoon drawn;
    private final List<Frame> frames = new ArrayList<>();

    private record Frame(long number, double[] body, double[] face) {}

    PoseErrors(Cartoon drawn, Collection<ClipPosed> posed, ArtifactStore store) {
        this.drawn = drawn;
        for (ClipPosed clip : posed) {
            for (PoseSpan span : clip.spans()) {
                byte[] file = store.find(
                                span.keypoints().bucket(), span.keypoints().key(), LARGEST_FILE)
                        .orElseThrow(() -> new IllegalStateException("the points of " + span.spanId() + " are gone"));
                add(span, file);
            }
        }
    }

    private void add(PoseSpan span, byte[] npy) {
        int values = Math.toIntExact(span.span().frames()) * POINTS * VALUES;
        FloatBuffer points = ByteBuffer.wrap(npy, npy.length - values * Float.BYTES, values * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        for (int i = 0; i < span.span().frames(); i++) {
            long number = span.span().first() + i;
            List<CharacterTruth> characters = drawn.truth(number).characters();
            if (characters.size() == 1) {
                CharacterTruth truth = characters.getFirst();
                frames.add(new Frame(
                        number,
                        distances(points, i, truth, FIRST_JOINT, END_OF_JOINTS, truth.torso()),
                        distances(points, i, truth, CharacterTruth.FACE, CharacterTruth.LEFT_HAND, faceHeight(truth))));
            }
        }
    }

    private static double[] distances(
            FloatBuffer points, int frame, CharacterTruth truth, int first, int end, double unit) {
        double[] distances = new double[end - first];
        int count = 0;
        for (int point = first; point < end; point++) {
            KnownPoint known = truth.points().get(point);
            int at = (frame * POINTS + point) * VALUES;
            if (known.visible() && points.get(at + 2) > 0) {
                distances[count++] = Math.hypot(points.get(at) - known.x(), points.get(at + 1) - known.y()) / unit;
            }
        }
        return Arrays.copyOf(distances, count);
    }

    private static double faceHeight(CharacterTruth truth) {
        double top = truth.landmarks().stream().mapToDouble(KnownPoint::y).min().orElseThrow();
        double bottom =
                truth.landmarks().stream().mapToDouble(KnownPoint::y).max().orElseThrow();
        return bottom - top;
    }

    /// Median over the joints of arms, legs and trunk, in torso lengths; 0 if there is nothing to compare.
    double body(FrameSpan part) {
        return median(within(part).stream().map(Frame::body).toList());
    }

    /// Median over the 68 landmarks, in heights of the face; 0 if there is nothing to compare.
    double face(FrameSpan part) {
        return median(within(part).stream().map(Frame::face).toList());
    }

    private List<Frame> within(FrameSpan part) {
        return frames.stream()
                .filter(frame -> frame.number() >= part.first() && frame.number() < part.end())
                .toList();
    }

    private static double median(List<double[]> all) {
        double[] sorted = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
