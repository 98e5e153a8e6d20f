package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Settings of the estimator.
///
/// @param countEvery frames from one count of characters to the next; at least 1
/// @param shiftEvery frames from one shift test to the next; at least 1
/// @param personDetectors ids of further detectors: `yolox_nano`, `rtmdetnp`
/// @param wholeBody id of a model that gives all 133 points, if there is one
public record EstimatorOptions(
        int countEvery, int shiftEvery, List<String> personDetectors, Optional<String> wholeBody) {
    /// Detectors of persons that one may fetch.
    public static final List<String> PERSON_DETECTORS = List.of("yolox_nano", "rtmdetnp");

    public static final EstimatorOptions DEFAULT = new EstimatorOptions(3, 5, List.of(), Optional.empty());

    public EstimatorOptions {
        if (countEvery < 1 || shiftEvery < 1) {
            throw new IllegalArgumentException("count-every and shift-every are at least 1");
        }
        personDetectors = List.copyOf(personDetectors);
    }

    /// The same, with these detectors of persons.
    public EstimatorOptions counting(List<String> detectors) {
        return new EstimatorOptions(countEvery, shiftEvery, detectors, wholeBody);
    }

    /// The same, with the points of this model.
    public EstimatorOptions withWholeBody(String model) {
        return new EstimatorOptions(countEvery, shiftEvery, personDetectors, Optional.of(model));
    }

    /// Every model that runs.
    public List<String> models() {
        List<String> all = new ArrayList<>(BodyModels.IDS);
        all.addAll(FaceModels.IDS);
        all.addAll(HandModels.IDS);
        all.addAll(personDetectors);
        wholeBody.ifPresent(all::add);
        return all;
    }
}
