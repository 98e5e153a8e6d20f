package org.magicanime.dataset.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.VersionName;

/// A version of the data set that does not change. It follows from its name and the ledger alone, so that the same
/// data set frozen twice is the same.
///
/// @param unfinished whether films were in flight, or frames not accounted for
/// @param films by what had become of them
/// @param openAccounts how many did not close
/// @param contradictions how many items were told with two contents
/// @param items by subset; a subset without items is absent
/// @param lines the manifest as JSON lines
/// @param table the manifest as Parquet
/// @param statistics as JSON
public record FrozenVersion(
        String name,
        boolean unfinished,
        Accounting.Films films,
        long openAccounts,
        long contradictions,
        Map<String, Long> items,
        ArtifactRef lines,
        ArtifactRef table,
        ArtifactRef statistics) {
    public FrozenVersion {
        VersionName.require(name);
        Objects.requireNonNull(films, "films");
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        Objects.requireNonNull(lines, "lines");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(statistics, "statistics");
    }

    /// Items of all subsets.
    public long rows() {
        return items.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<ArtifactRef> files() {
        return List.of(lines, table, statistics);
    }
}
