package org.magicanime.dataset.domain;

import java.util.Map;
import java.util.Optional;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;

/// The parameters that a hash stands for, the digests of models among them.
///
/// @param paramsHash over `values`
/// @param values by name
public record StageParameters(String paramsHash, Map<String, String> values) {
    public StageParameters {
        values = Map.copyOf(values);
    }

    /// Rejections tell parameters. They are believed if they have the hash that they are told with.
    static Optional<StageParameters> of(ItemRejected rejected) {
        String hash = rejected.paramsHash();
        return hash != null && hash.equals(ParamsHash.of(rejected.parameters()))
                ? Optional.of(new StageParameters(hash, rejected.parameters()))
                : Optional.empty();
    }
}
