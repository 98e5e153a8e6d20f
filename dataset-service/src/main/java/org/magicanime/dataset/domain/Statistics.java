package org.magicanime.dataset.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.character.CharacterStatistics;

/// How large the data set is, beside the paper's (arXiv 2507.20368, Table I).
///
/// @param titles by style
/// @param subsets each subset in each style, in the paper's order
/// @param characters of faces, by style
public record Statistics(List<Titles> titles, List<Subset> subsets, List<CharacterStatistics> characters) {
    public Statistics {
        titles = List.copyOf(titles);
        subsets = List.copyOf(subsets);
        characters = List.copyOf(characters);
    }

    /// Titles of which there are films.
    ///
    /// @param paper the paper's number; absent for `unknown`
    public record Titles(
            String style, long titles, @Nullable Long paper) {}

    /// One subset in one style.
    ///
    /// @param items how many
    /// @param hours of film, of those whose frame rate is known
    /// @param fullHdShare share of items whose shorter side has 1080 pixels or more; absent if there are none
    /// @param medianSeconds of one item; absent if none is known
    /// @param frameRates items by frames per second, rounded to three digits; empty text where it is not known
    /// @param paperItems the paper's number; absent for `unknown`
    public record Subset(
            String subset,
            String style,
            long items,
            double hours,
            @Nullable Double fullHdShare,
            @Nullable Double medianSeconds,
            Map<String, Long> frameRates,
            @Nullable Long paperItems) {
        public Subset {
            frameRates = java.util.Collections.unmodifiableMap(new TreeMap<>(frameRates));
        }
    }
}
