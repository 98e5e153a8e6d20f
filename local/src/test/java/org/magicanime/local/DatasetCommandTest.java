package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DatasetCommandTest {
    @TempDir
    Path folder;

    private final StringWriter complained = new StringWriter();

    @Test
    void namesThatCannotBeAreWrongUsage() {
        for (String name : new String[] {"current", "V1", "-v", "..", "a/b", "", "a".repeat(65), "ä"}) {
            assertThat(run("freeze", "--", name)).describedAs(name).isEqualTo(2);
            assertThat(run("verify", "--", name)).describedAs(name).isEqualTo(2);
        }
        assertThat(complained.toString()).contains("lower-case letters", "'current'");
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void withoutAStateFolderThereIsNothingToFreeze() {
        assertThat(run("freeze", "v1.0_a", "--state", folder.resolve("none").toString()))
                .isEqualTo(1);

        assertThat(complained.toString()).contains("there is no state folder");
        assertThat(folder).isEmptyDirectory();
    }

    private int run(String... arguments) {
        return new CommandLine(new DatasetCommand())
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }
}
