package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.segment.domain.Detector;
import org.magicanime.testkit.ProjectFolder;

class ShotsCommandTest {
    private static final String HOME = "magicanime.home";

    @TempDir
    Path folder;

    private final String home = System.getProperty(HOME, "");

    @AfterEach
    void restore() {
        if (home.isEmpty()) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, home);
        }
    }

    @Test
    void aMissingNetworkIsSaidBeforeTheFilmIsReadWithTheCommandThatMakesIt() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Files.copy(ProjectFolder.models().resolve("catalog.yaml"), folder.resolve("models/catalog.yaml"));
        System.setProperty(HOME, folder.toString());
        ShotsCommand command = new ShotsCommand();
        command.film = Files.writeString(folder.resolve("film.mp4"), "no film at all");
        command.detector = Detector.TRANSNETV2;

        assertThatThrownBy(command::call)
                .isInstanceOf(ModelMissingException.class)
                .hasMessageContaining("models/make-starter --transnetv2 models/standard");
    }
}
