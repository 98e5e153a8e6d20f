package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.List;

/// Settings of the estimator.
///
/// @param countEvery frames from one count of characters to the next; at least 1
/// @param shiftEvery frames from one shift test to the next; at least 1
/// @param personDetectors ids of further detectors: `yolox_nano`, `rtmdetnp`
public record EstimatorOptions(int countEvery, int shiftEvery, List<String> personDetectors) {
    /// Detectors of persons that one may fetch.
    public static final List<String> PERSON_DETECTORS = List.of("yolox_nano", "rtmdetnp");

    public static final EstimatorOptions DEFAULT = new EstimatorOptions(3, 5, List.of());

    public EstimatorOptions {
        if (countEvery < 1 || shiftEvery < 1) {
            throw new IllegalArgumentException("count-every and shift-every are at least 1");
        }
        personDetectors = List.copyOf(personDetectors);
    }

    /// The same, with these detectors of persons.
    public EstimatorOptions counting(List<String> detectors) {
        return new EstimatorOptions(countEvery, shiftEvery, detectors);
    }

    /// Every model that runs.
    public List<String> models() {
        List<String> all = new ArrayList<>(BodyModels.IDS);
        all.addAll(FaceModels.IDS);
        all.addAll(HandModels.IDS);
        all.addAll(personDetectors);
        return all;
    }
}
