package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.facecrop.domain.SpanScores.Frame;

/// What is known of the face in each frame of a pose span.
///
/// @param landmarks one of each frame, in pixels of the film
/// @param measures likewise
/// @param width of the film's pictures, in pixels
/// @param height likewise
/// @param framesPerSecond of the film
record SearchedSpan(
        List<Landmarks> landmarks, List<FaceMeasures> measures, int width, int height, double framesPerSecond) {
    SearchedSpan {
        landmarks = List.copyOf(landmarks);
        measures = List.copyOf(measures);
    }

    /// @param scores of as many frames
    static SearchedSpan of(
            List<Landmarks> landmarks, SpanScores scores, int width, int height, double framesPerSecond) {
        List<FaceMeasures> measures = new ArrayList<>();
        for (int i = 0; i < landmarks.size(); i++) {
            Frame frame = scores.frames().get(i);
            measures.add(FaceMeasures.of(landmarks.get(i), frame.measures().faceScore(), !frame.bridged()));
        }
        return new SearchedSpan(landmarks, measures, width, height, framesPerSecond);
    }

    int frames() {
        return landmarks.size();
    }
}
