package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.ShotTruth;

class ShotTruthFileTest {
    @TempDir
    static Path folder;

    private static Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void rangesNameTheirLastFrame() throws Exception {
        Path file = file("films.json", """
                {"_note": "x", "a.mp4": {"cuts": [7, 9], "gradual": [[10, 20, "fade"]], "ambiguous": [[30, 30]]}}""");
        ShotTruth truth = ShotTruthFile.read(file, "a.mp4");
        assertThat(truth.cuts()).containsExactly(7, 9);
        assertThat(truth.gradual()).containsExactly(new FrameSpan(10, 21));
        assertThat(truth.ambiguous()).containsExactly(new FrameSpan(30, 31));
        assertThat(truth.flashes()).isEmpty();
    }

    @Test
    void aFileMayBeOfOneFilm() throws Exception {
        assertThat(ShotTruthFile.read(file("one.json", "{\"cuts\": []}"), "b.mp4")
                        .cuts())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThatThrownBy(() -> ShotTruthFile.read(file("other.json", "{\"a\": {}}"), "b.mp4"))
                .hasMessageContaining("does not tell the cuts of b.mp4");
        assertThatThrownBy(() -> ShotTruthFile.read(file("bad.json", "{"), "b.mp4"))
                .hasMessageContaining("no JSON");
    }
}
