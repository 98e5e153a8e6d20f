package org.magicanime.facecrop.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.facecrop.model.ProjectFaceModels;

/// Writes what the signature's scale is computed from: one line per face, with the person and the scene.
final class SignatureCalibration {
    private SignatureCalibration() {}

    /// @param arguments file to write, first person, number of people, scenes of each
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        try (CatalogueFaceModels models = ProjectFaceModels.open()) {
            int first = Integer.parseInt(arguments[1]);
            for (int person = first; person < first + Integer.parseInt(arguments[2]); person++) {
                for (int scene = 0; scene < Integer.parseInt(arguments[3]); scene++) {
                    for (double[] face : DrawnPeople.raw(models, person, 100L * person + scene)) {
                        StringBuilder line = new StringBuilder(person + " " + scene);
                        for (double value : face) {
                            line.append(String.format(Locale.ROOT, " %.4f", value));
                        }
                        lines.add(line.toString());
                    }
                }
            }
        }
        Files.write(Path.of(arguments[0]), lines);
    }
}
