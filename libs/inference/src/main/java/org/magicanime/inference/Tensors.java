package org.magicanime.inference;

import java.util.Map;

/// The values of some tensors by name.
public record Tensors(Map<String, float[]> byName) {
    public Tensors {
        byName = Map.copyOf(byName);
    }

    /// In the order of the shape's dimensions.
    ///
    /// @throws IllegalArgumentException if there is no tensor of this name
    public float[] get(String name) {
        float[] values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException("there is no tensor '" + name + "', but " + byName.keySet());
        }
        return values;
    }
}
