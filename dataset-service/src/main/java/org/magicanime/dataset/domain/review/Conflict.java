package org.magicanime.dataset.domain.review;

import java.util.List;
import org.magicanime.dataset.domain.DataSubset;

/// An item that as many people accepted as rejected.
///
/// @param itemId the item
/// @param paramsHash of the version that was looked at last
/// @param voters those people; empty of who said no name
public record Conflict(DataSubset subset, String itemId, String paramsHash, List<String> voters) {
    public Conflict {
        voters = List.copyOf(voters);
    }
}
