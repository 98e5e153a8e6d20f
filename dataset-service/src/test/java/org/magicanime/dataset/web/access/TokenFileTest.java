package org.magicanime.dataset.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    private static final String FIRST = "first-".repeat(6);
    private static final String SECOND = "second-".repeat(6);

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void choose() {
        path = folder.resolve("tokens");
    }

    @Test
    void whoHasALineOfTheFileIsLetIn() throws Exception {
        write("# programs\n\n" + FIRST + "\r\n  " + SECOND + "\n");

        Access access = elsewhere();

        assertThat(access.isClosed()).isTrue();
        assertThat(access.letsIn("Bearer " + FIRST, null)).isTrue();
        assertThat(access.letsIn("bearer  " + SECOND, null)).isTrue();
        assertThat(access.letsIn("Bearer " + FIRST + "x", null)).isFalse();
        assertThat(access.letsIn("Bearer # programs", null)).isFalse();
        assertThat(access.letsIn("Bearer", null)).isFalse();
        assertThat(access.letsIn("Basic " + FIRST, null)).isFalse();
        assertThat(access.letsIn(null, null)).isFalse();
    }

    @Test
    void aTokenMayHaveARoleAndAName() throws Exception {
        write(FIRST + "\n" + SECOND + "\treviewer  Señor Ü \n" + "third-".repeat(6) + " viewer\n");

        Access access = elsewhere();

        assertThat(access.who("Bearer " + FIRST, null)).contains(new Person(null, Role.LEAD));
        assertThat(access.who("Bearer " + SECOND, null)).contains(new Person("Señor Ü", Role.REVIEWER));
        assertThat(access.who(null, access.logIn(SECOND))).contains(new Person("Señor Ü", Role.REVIEWER));
        assertThat(access.who("Bearer " + "third-".repeat(6), null)).contains(new Person(null, Role.VIEWER));
        assertThat(access.who("Bearer nobody", null)).isEmpty();
        assertRefused(FIRST + " king Arthur", "line 1", "viewer, reviewer and lead");
        assertRefused(FIRST + " lead " + "x".repeat(61), "line 1", "a name has 1 to 60 characters");
    }

    @Test
    void linesThatAreNoTokensAreNamedAndNeverShown() throws Exception {
        assertRefused("\n" + FIRST + "\nshort-one\n", "line 3", "9 characters", "at least 32");
        assertRefused(FIRST + " " + SECOND, "line 1", "a character that no token has");
        assertRefused("ä".repeat(40), "line 1", "a character that no token has");
        assertRefused("# nothing\n\n", "it has no token");
        assertRefused("x".repeat(2 << 20), "larger than 1 MiB");
    }

    private void assertRefused(String content, String... words) throws IOException {
        write(content);
        assertThatThrownBy(this::elsewhere)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("dataset.access.token-file")
                .hasMessageContainingAll(words)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("short-one", FIRST, "ää");
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        assertThatThrownBy(this::elsewhere).hasMessageContaining("it is not there");
        Files.createDirectory(path);
        assertThatThrownBy(this::elsewhere).hasMessageContaining("it is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aFileOfOursThatOthersMayUseIsRefusedWithWhatToDo(String permissions) throws Exception {
        write(FIRST);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(this::elsewhere)
                .hasMessageContaining("others may")
                .hasMessageContaining("chmod 600 " + path);
    }

    /// As a secret lies in a container.
    @Test
    void aFileOfAnotherOwnerIsTakenUnlessOthersMayWriteIt() throws Exception {
        write(FIRST);
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root can give files away");
        Files.setAttribute(path, "unix:uid", 65534);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(elsewhere().letsIn("Bearer " + FIRST, null)).isTrue();

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThatThrownBy(this::elsewhere).hasMessageContaining("others may write it");
    }

    @Test
    void tokensAreExchangedAndAFileWithAFaultChangesNothing() throws Exception {
        write(FIRST);
        Access access = elsewhere();
        String session = access.logIn(FIRST);

        write("no token");
        access.readAgain();
        Files.delete(path);
        access.readAgain();
        assertThat(access.letsIn("Bearer " + FIRST, null)).isTrue();

        write(FIRST + "\n" + SECOND);
        access.readAgain();
        assertThat(access.letsIn("Bearer " + SECOND, null)).isTrue();
        assertThat(access.letsIn(null, session)).isTrue();

        write(SECOND);
        access.readAgain();
        assertThat(access.letsIn("Bearer " + FIRST, null)).isFalse();
        assertThat(access.letsIn(null, session)).isFalse();
    }

    @Test
    void withoutATokenOnlyTheOwnMachineIsServed() {
        for (String own : new String[] {"127.0.0.1", "127.3.2.1", "localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1"}) {
            Access access = Access.of(own, Optional.empty(), InstantSource.system());
            assertThat(access.isClosed()).isFalse();
            assertThat(access.isLocalOnly()).isTrue();
            assertThat(access.letsIn(null, null)).isTrue();
        }
        for (String other :
                new String[] {"0.0.0.0", "::", "10.0.0.1", "node", "localhost.example.org", "127.0.0.1.nip.io"}) {
            assertThatThrownBy(() -> Access.of(other, Optional.empty(), InstantSource.system()))
                    .hasMessageContaining("quarkus.http.host is '" + other + "'")
                    .hasMessageContaining("dataset.access.token-file");
        }
    }

    @Test
    void aTokenFileHoldsOnTheOwnMachineToo() throws Exception {
        write(FIRST);

        Access access = Access.of("127.0.0.1", Optional.of(path), InstantSource.system());

        assertThat(access.letsIn(null, null)).isFalse();
        assertThat(access.isLocalOnly()).isFalse();
    }

    private void write(String content) throws IOException {
        Files.writeString(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private Access elsewhere() {
        return Access.of("0.0.0.0", Optional.of(path), InstantSource.system());
    }
}
