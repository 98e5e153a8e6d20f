package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of the face in each frame of a pose span.
///
/// @param frames in order
/// @param width of the film's pictures, in pixels
/// @param height likewise
/// @param framesPerSecond of the film
record SearchedSpan(List<Face> frames, int width, int height, double framesPerSecond) {
    SearchedSpan {
        frames = List.copyOf(frames);
    }

    /// @param landmarks in pixels of the film; none of them seen where there is no face
    /// @param measures what was measured
    /// @param part a number that is the same for all frames of one face in one place that moves on
    /// @param signature what it looks like; empty where there is no face
    record Face(Landmarks landmarks, FaceMeasures measures, int part, Optional<double[]> signature) {}

    /// @param hints one of each frame, as of the chain
    /// @param reach how far from the face, in its sizes, another face disturbs
    /// @param rules say which frames are good enough to compare what the face looks like, and what a change of
    ///     identity is
    static SearchedSpan of(
            FaceChain chain,
            List<FaceHint> hints,
            int width,
            int height,
            double framesPerSecond,
            double reach,
            FaceRules rules) {
        List<Face> all = new ArrayList<>();
        for (int first = 0; first < hints.size(); ) {
            int end = first;
            while (end < hints.size() && chain.part(end) == chain.part(first)) {
                end++;
            }
            part(chain, hints, first, end, framesPerSecond, reach, rules, all);
            first = end;
        }
        return new SearchedSpan(all, width, height, framesPerSecond);
    }

    private static void part(
            FaceChain chain,
            List<FaceHint> hints,
            int first,
            int end,
            double framesPerSecond,
            double reach,
            FaceRules rules,
            List<Face> all) {
        List<SeenFace> seen = new ArrayList<>();
        for (int frame = first; frame < end; frame++) {
            chain.face(frame).ifPresent(seen::add);
        }
        double[] covered =
                CoveredFace.of(seen.stream().map(face -> face.look().patches()).toList(), framesPerSecond);
        double[] changes = changes(seen, covered, framesPerSecond, rules);
        int number = 0;
        for (int frame = first; frame < end; frame++) {
            Optional<SeenFace> face = chain.face(frame);
            if (face.isEmpty()) {
                all.add(new Face(
                        Landmarks.NONE,
                        FaceMeasures.of(Landmarks.NONE, chain.bestScore(frame)),
                        chain.part(frame),
                        Optional.empty()));
                continue;
            }
            Landmarks landmarks = face.get().landmarks();
            FaceMeasures measures = FaceMeasures.of(landmarks, face.get().score())
                    .looking(
                            face.get().look().edge(),
                            Math.max(covered[number], hints.get(frame).handOver(landmarks)),
                            changes[number],
                            chain.other(frame, reach));
            all.add(new Face(
                    landmarks,
                    measures,
                    chain.part(frame),
                    Optional.of(face.get().look().signature())));
            number++;
        }
    }

    /// Of each face; 0 where it is not seen well enough to say what it looks like.
    private static double[] changes(List<SeenFace> seen, double[] covered, double framesPerSecond, FaceRules rules) {
        List<Integer> clear = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).score() >= rules.score()
                    && seen.get(i).look().edge() <= rules.edge()
                    && covered[i] <= rules.covered()) {
                clear.add(i);
            }
        }
        IdentityChange change = new IdentityChange(
                clear.stream().map(i -> seen.get(i).look()).toList(), framesPerSecond, rules.change());
        double[] changes = new double[seen.size()];
        for (int i = 0; i < clear.size(); i++) {
            changes[clear.get(i)] = change.value(i);
        }
        return changes;
    }

    int count() {
        return frames.size();
    }
}
