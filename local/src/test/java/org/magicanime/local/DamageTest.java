package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamageTest {
    private final byte[] film = new byte[10_000];

    @Test
    void theSameSeedGivesTheSameDamage() {
        for (int seed = 0; seed < 100; seed++) {
            Damage one = Damage.of(film, new Random(seed));
            Damage two = Damage.of(film, new Random(seed));
            assertThat(one.bytes()).isEqualTo(two.bytes());
            assertThat(one.how()).isEqualTo(two.how());
        }
    }

    @Test
    void everyFilmIsDamagedAndTheOriginalIsNot() {
        Random random = new Random(1);
        int shorter = 0;
        Set<Integer> wrong = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = Damage.of(film, random).bytes();
            assertThat(bytes).isNotEqualTo(new byte[film.length]);
            if (bytes.length < film.length) {
                shorter++;
            } else {
                for (int at = 0; at < bytes.length; at++) {
                    if (bytes[at] != 0) {
                        wrong.add(at * 10 / film.length);
                    }
                }
            }
        }
        assertThat(shorter).isBetween(400, 600);
        assertThat(wrong).hasSize(10);
        assertThat(film).containsOnly(0);
    }
}
