package org.magicanime.keypoint.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.FrameSpan;

/// The content of `keypoints.json`: annotations in the form of COCO-WholeBody (Jin et al., ECCV 2020; its V1.0
/// files), one image per frame. `v` of body and feet is 0 (not seen), 1 (guessed) or 2 (seen); of face and
/// hands the confidence.
final class CocoWholeBody {
    private static final double SEEN = 0.5;
    private static final double HUNDREDTHS = 100;
    private static final double TEN_THOUSANDTHS = 10_000;

    private CocoWholeBody() {}

    static Map<String, Object> of(int width, int height, FrameSpan frames, List<WholeBody> bodies) {
        List<Object> images = new ArrayList<>();
        List<Object> annotations = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            images.add(Map.of("id", i, "frame", frames.first() + i, "width", width, "height", height));
            annotations.add(annotation(i, bodies.get(i)));
        }
        return Map.of(
                "images",
                images,
                "annotations",
                annotations,
                "categories",
                List.of(Map.of("id", 1, "name", "person", "supercategory", "person")));
    }

    private static Map<String, Object> annotation(int image, WholeBody body) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", image);
        all.put("image_id", image);
        all.put("category_id", 1);
        all.put("iscrowd", 0);
        all.put("bbox", box(body, 0, WholeBody.POINTS));
        all.put("num_keypoints", seen(body, WholeBody.BODY, WholeBody.FEET));
        all.put("keypoints", points(body, WholeBody.BODY, WholeBody.FEET, true));
        all.put("foot_valid", seen(body, WholeBody.FEET, WholeBody.FACE) > 0);
        all.put("foot_kpts", points(body, WholeBody.FEET, WholeBody.FACE, true));
        part(all, "face", body, WholeBody.FACE, WholeBody.LEFT_HAND);
        part(all, "lefthand", body, WholeBody.LEFT_HAND, WholeBody.RIGHT_HAND);
        part(all, "righthand", body, WholeBody.RIGHT_HAND, WholeBody.POINTS);
        List<Double> scores = new ArrayList<>();
        for (int point = 0; point < WholeBody.POINTS; point++) {
            scores.add(rounded(body.confidence(point), TEN_THOUSANDTHS));
        }
        all.put("keypoint_scores", scores);
        return all;
    }

    private static void part(Map<String, Object> all, String name, WholeBody body, int first, int end) {
        all.put(name + "_valid", seen(body, first, end) > 0);
        all.put(name + "_box", box(body, first, end));
        all.put(name + "_kpts", points(body, first, end, false));
    }

    private static int seen(WholeBody body, int first, int end) {
        int count = 0;
        for (int point = first; point < end; point++) {
            count += body.isSeen(point) ? 1 : 0;
        }
        return count;
    }

    private static List<Double> points(WholeBody body, int first, int end, boolean flags) {
        List<Double> values = new ArrayList<>();
        for (int point = first; point < end; point++) {
            values.add(rounded(body.x(point), HUNDREDTHS));
            values.add(rounded(body.y(point), HUNDREDTHS));
            double confidence = body.confidence(point);
            values.add(
                    !flags
                            ? rounded(confidence, TEN_THOUSANDTHS)
                            : confidence >= SEEN ? 2.0 : confidence > 0 ? 1.0 : 0.0);
        }
        return values;
    }

    /// x, y, width and height around the points that were seen; zeros if none was.
    private static List<Double> box(WholeBody body, int first, int end) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int point = first; point < end; point++) {
            if (body.isSeen(point)) {
                left = Math.min(left, body.x(point));
                top = Math.min(top, body.y(point));
                right = Math.max(right, body.x(point));
                bottom = Math.max(bottom, body.y(point));
            }
        }
        return left > right
                ? List.of(0.0, 0.0, 0.0, 0.0)
                : List.of(
                        rounded(left, HUNDREDTHS),
                        rounded(top, HUNDREDTHS),
                        rounded(right - left, HUNDREDTHS),
                        rounded(bottom - top, HUNDREDTHS));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
