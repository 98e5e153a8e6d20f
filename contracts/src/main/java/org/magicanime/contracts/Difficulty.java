package org.magicanime.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A third of a benchmark's candidates of one kind and style, by what was measured of them or by what a person said.
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD;

    /// All, as they are written, from the easiest on.
    public static List<String> words() {
        return Arrays.stream(values()).map(Difficulty::toString).toList();
    }

    /// @return empty of a word that is none
    public static Optional<Difficulty> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(word))
                .findFirst();
    }

    /// As it is written in documents.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
