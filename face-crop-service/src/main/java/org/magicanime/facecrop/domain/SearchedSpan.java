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
    /// @param threshold of a change of identity
    static SearchedSpan of(
            FaceChain chain,
            List<FaceHint> hints,
            int width,
            int height,
            double framesPerSecond,
            double reach,
            double threshold) {
        List<Face> all = new ArrayList<>();
        for (int first = 0; first < hints.size(); ) {
            int end = first;
            while (end < hints.size() && chain.part(end) == chain.part(first)) {
                end++;
            }
            part(chain, hints, first, end, framesPerSecond, reach, threshold, all);
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
            double threshold,
            List<Face> all) {
        List<FaceLook> looks = new ArrayList<>();
        for (int frame = first; frame < end; frame++) {
            chain.face(frame).ifPresent(face -> looks.add(face.look()));
        }
        IdentityChange change =
                new IdentityChange(looks.stream().map(FaceLook::signature).toList(), framesPerSecond, threshold);
        double[] covered = CoveredFace.of(CoveredFace.patches(looks), framesPerSecond);
        int seen = 0;
        for (int frame = first; frame < end; frame++) {
            Optional<SeenFace> face = chain.face(frame);
            if (face.isEmpty()) {
                Landmarks none = Landmarks.NONE;
                all.add(new Face(
                        none, FaceMeasures.of(none, chain.bestScore(frame)), chain.part(frame), Optional.empty()));
                continue;
            }
            Landmarks landmarks = face.get().landmarks();
            FaceMeasures measures = FaceMeasures.of(landmarks, face.get().score())
                    .looking(
                            face.get().look().edge(),
                            Math.max(covered[seen], hints.get(frame).handOver(landmarks)),
                            change.value(seen),
                            chain.other(frame, reach));
            all.add(new Face(
                    landmarks,
                    measures,
                    chain.part(frame),
                    Optional.of(face.get().look().signature())));
            seen++;
        }
    }

    int count() {
        return frames.size();
    }
}
