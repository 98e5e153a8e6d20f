package org.magicanime.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names what an artifact was made with: 16 hex digits over a stage's parameters and the digests of its models. It is
/// part of every artifact's key, so that other parameters make other artifacts and never overwrite.
public final class ParamsHash {
    private ParamsHash() {}

    /// @param parameters name to value, in any order
    public static String of(Map<String, String> parameters) {
        List<String> fields = new ArrayList<>();
        new TreeMap<>(parameters).forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        return Digests.sha256Hex(fields).substring(0, 16);
    }

    /// Returns the hash if it is one.
    ///
    /// @throws IllegalArgumentException otherwise, naming the field `paramsHash`
    public static String require(@Nullable String paramsHash) {
        return Checks.hex16(paramsHash, "paramsHash");
    }
}
