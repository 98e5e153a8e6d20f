package org.magicanime.eval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.magicanime.contracts.EvalRequested;

class ProfileTest {
    /// Those who ask know the names from there.
    @Test
    void profilesAreThoseThatRequestsMayName() {
        assertThat(Profile.names()).isEqualTo(EvalRequested.PROFILES);
        assertThat(EvalRequested.PROFILES).first().isEqualTo(Profile.CORRECT.name());
        for (String name : EvalRequested.PROFILES) {
            assertThat(Profile.named(name).name()).isEqualTo(name);
        }
    }
}
