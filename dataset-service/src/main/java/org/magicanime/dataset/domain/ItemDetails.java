package org.magicanime.dataset.domain;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Measure;

/// Everything that is known of one item at one stage.
///
/// @param entry what a list shows of it
/// @param contradictory whether events with different contents were told of it
/// @param document what the event said of it: JSON
/// @param files its artifacts, by the event's names for them
/// @param measures of what was kept, the tests that it passed, each with the value of its worst frame; of what was
///     rejected, the one that it missed
/// @param parameters of the stage; empty if none were told
/// @param madeFrom what it was made from, the film first
/// @param made what was made from it
public record ItemDetails(
        ItemEntry entry,
        boolean contradictory,
        String document,
        SortedMap<String, ArtifactRef> files,
        List<Measure> measures,
        SortedMap<String, String> parameters,
        List<ItemEntry> madeFrom,
        List<ItemEntry> made) {
    public ItemDetails {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        measures = List.copyOf(measures);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        madeFrom = List.copyOf(madeFrom);
        made = List.copyOf(made);
    }

    /// An artifact by its name.
    public Optional<ArtifactRef> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
