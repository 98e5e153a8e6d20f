package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionNameTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @Test
    void everyNameHasKeys() {
        for (String name : List.of("1", "v1", "2026-11_a", "a..b", "a.", "x-_-.", "a".repeat(64))) {
            String key = ArtifactKeys.ofVersion(VersionName.require(name), "manifest." + SHA256 + ".jsonl");
            assertThat(key).startsWith("versions/" + name + "/manifest.");
            assertThat(ArtifactKeys.require(key)).isEqualTo(key);
        }
    }

    @Test
    void whatIsNoNameIsToldSo() {
        for (String name :
                List.of("", "current", "A", "a b", "a/b", ".", "..", ".a", "-a", "_a", "é", "a".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> VersionName.require(name))
                    .withMessageContaining("1 to 64");
            assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.ofVersion(name, "version.json"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> VersionName.require(null));
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.ofVersion("v1", "../version.json"));
    }
}
