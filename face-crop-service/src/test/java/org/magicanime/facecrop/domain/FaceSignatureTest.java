package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.facecrop.model.ProjectFaceModels;

class FaceSignatureTest {
    private static final int PAIRS = 100;

    /// None of these people is among those that the scale was measured on.
    @Test
    void drawnPeopleAreToldApartInOtherShots() {
        List<Double> same = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        try (CatalogueFaceModels models = ProjectFaceModels.open()) {
            double[] before = signature(models, 0, 0);
            for (int person = 1; person <= PAIRS; person++) {
                double[] one = signature(models, person, 1);
                same.add(FaceLook.distance(one, signature(models, person, 2)));
                other.add(FaceLook.distance(one, before));
                before = one;
            }
        }

        assertThat(areaUnderCurve(same, other)).as("ROC AUC").isGreaterThanOrEqualTo(0.98);
        assertThat(same.stream().filter(distance -> distance > 1).count())
                .as("of %d pairs of one person further apart than 1", PAIRS)
                .isLessThanOrEqualTo(5);
        assertThat(other.stream().filter(distance -> distance <= 1).count())
                .as("of %d pairs of two people not further apart than 1", PAIRS)
                .isLessThanOrEqualTo(5);
    }

    private static double[] signature(CatalogueFaceModels models, int person, int scene) {
        List<double[]> faces = DrawnPeople.raw(models, person, 1000L * person + scene);
        assertThat(faces).as("faces of person %d in scene %d", person, scene).isNotEmpty();
        return FaceSignature.scaled(IdentityChange.median(faces));
    }

    /// How often a pair of one person is nearer than a pair of two; half where they are equally near.
    private static double areaUnderCurve(List<Double> same, List<Double> other) {
        double nearer = 0;
        for (double one : same) {
            for (double two : other) {
                nearer += one < two ? 1 : one == two ? 0.5 : 0;
            }
        }
        double area = nearer / same.size() / other.size();
        System.out.printf("ROC AUC %.4f%n", area);
        return area;
    }
}
