package org.magicanime.facecrop.domain;

import java.util.List;
import java.util.stream.IntStream;
import org.magicanime.contracts.Measure;

/// Frames of a pose span that become a face clip.
///
/// @param first frame of the span, from 0
/// @param measures of each frame
/// @param landmarks of each frame, in pixels of the film
/// @param windows of each frame, all of the same size
/// @param outside of each frame: share of its window outside of the picture, 0 to 1
/// @param passed the tests that all of it passed, each with its worst value
/// @param signature what the face looks like, over all frames
public record FaceTrack(
        int first,
        List<FaceMeasures> measures,
        List<Landmarks> landmarks,
        List<CropWindow> windows,
        List<Double> outside,
        List<Measure> passed,
        List<Double> signature) {
    public FaceTrack {
        measures = List.copyOf(measures);
        landmarks = List.copyOf(landmarks);
        windows = List.copyOf(windows);
        outside = List.copyOf(outside);
        passed = List.copyOf(passed);
        signature = List.copyOf(signature);
    }

    int frames() {
        return windows.size();
    }

    /// The frame after the last one.
    int end() {
        return first + frames();
    }

    /// The landmarks in pixels of the face clip.
    public List<Landmarks> inCrop() {
        return IntStream.range(0, frames())
                .mapToObj(i -> landmarks.get(i).in(windows.get(i)))
                .toList();
    }
}
