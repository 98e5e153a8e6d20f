package org.magicanime.dataset.domain.character;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How many characters the films of a style have, and how many faces the characters. Characters are found within one
/// film: one that is seen in two films counts twice.
///
/// @param style such as `japan`
/// @param films of which at least one face has a character; one whose faces were cropped with two sets of parameters
///     counts twice, as its faces do
/// @param characters of all of them
/// @param faces that have a character
/// @param medianPerFilm characters of a film; absent if there are none
/// @param medianFaces of a character; absent if there are none
/// @param mostFaces of a character
public record CharacterStatistics(
        String style,
        long films,
        long characters,
        long faces,
        @Nullable Double medianPerFilm,
        @Nullable Double medianFaces,
        long mostFaces) {
    /// @param styles one row for each
    public static List<CharacterStatistics> of(List<String> styles, List<CharacterCount> counts) {
        Map<String, List<CharacterCount>> byStyle =
                counts.stream().collect(Collectors.groupingBy(CharacterCount::style));
        return styles.stream()
                .map(style -> of(style, byStyle.getOrDefault(style, List.of())))
                .toList();
    }

    private static CharacterStatistics of(String style, List<CharacterCount> counts) {
        Map<List<String>, Long> perFilm = counts.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.videoId(), each.paramsHash()),
                        Collectors.summingLong(CharacterCount::characters)));
        TreeMap<Long, Long> films = new TreeMap<>();
        perFilm.values().forEach(characters -> films.merge(characters, 1L, Long::sum));
        TreeMap<Long, Long> sizes = new TreeMap<>();
        counts.forEach(each -> sizes.merge(each.faces(), each.characters(), Long::sum));
        return new CharacterStatistics(
                style,
                perFilm.size(),
                counts.stream().mapToLong(CharacterCount::characters).sum(),
                counts.stream()
                        .mapToLong(each -> each.characters() * each.faces())
                        .sum(),
                median(films),
                median(sizes),
                sizes.isEmpty() ? 0 : sizes.lastKey());
    }

    /// Of an even number, the mean of the two in the middle.
    private static @Nullable Double median(TreeMap<Long, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? null : (at(counts, (all - 1) / 2) + at(counts, all / 2)) / 2.0;
    }

    private static long at(TreeMap<Long, Long> counts, long place) {
        long before = 0;
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            before += each.getValue();
            if (place < before) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("there is no number " + place + " among " + before);
    }
}
