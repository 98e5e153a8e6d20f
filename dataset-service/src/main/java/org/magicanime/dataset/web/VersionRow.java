package org.magicanime.dataset.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.export.FrozenVersions.Listed;

/// One line of the table of frozen versions.
///
/// @param name only has letters that mean nothing in an address
/// @param version absent if it is damaged
public record VersionRow(String name, @Nullable FrozenVersion version) {
    static List<VersionRow> of(List<Listed> versions) {
        return versions.stream()
                .map(listed -> new VersionRow(listed.name(), listed.version()))
                .toList();
    }

    /// Of one subset.
    public String items(String subset) {
        FrozenVersion frozen = version;
        return frozen == null ? "" : ShownNumbers.count(frozen.items().getOrDefault(subset, 0L));
    }

    public String films() {
        FrozenVersion frozen = version;
        return frozen == null ? "" : ShownNumbers.count(frozen.films().done());
    }

    /// Whether it can be read.
    public boolean isWhole() {
        return version != null;
    }

    /// Whether all films were done, in words.
    public String state() {
        FrozenVersion frozen = version;
        if (frozen == null) {
            return "damaged";
        }
        if (!frozen.unfinished()) {
            return "finished";
        }
        Films films = frozen.films();
        return "unfinished: %s films in flight, %s accounts open"
                .formatted(ShownNumbers.count(films.inFlight()), ShownNumbers.count(frozen.openAccounts()));
    }
}
