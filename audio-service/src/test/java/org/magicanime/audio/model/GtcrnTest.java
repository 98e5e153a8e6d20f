package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtcrnTest {
    @TempDir
    Path folder;

    @Test
    void aSpeechIsCleanedAsWasMeasured() throws IOException {
        float[] speech = ProjectModels.recording("jfk.wav", 16_000);
        try (Gtcrn gtcrn = new Gtcrn(ProjectModels.standard(folder, "gtcrn_simple"))) {
            float[] clean = gtcrn.clean(speech);

            assertThat(clean).hasSize(speech.length);
            assertThat(Arrays.copyOfRange(clean, 16_000, 16_005))
                    .containsExactly(new float[] {-0.0175f, -0.0141f, -0.0128f, -0.0137f, -0.0174f}, offset(1e-4f));
        }
    }
}
