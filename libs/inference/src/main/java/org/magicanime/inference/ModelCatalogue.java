package org.magicanime.inference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The models that there are, from `catalog.yaml`.
public final class ModelCatalogue {
    public static final String FILE = "catalog.yaml";

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, ModelEntry> entries = new LinkedHashMap<>();

    public ModelCatalogue(List<ModelEntry> models) {
        for (ModelEntry model : models) {
            if (entries.put(model.id(), model) != null) {
                throw new IllegalArgumentException("the catalogue has two models '" + model.id() + "'");
            }
        }
    }

    /// @param folder that has `catalog.yaml`
    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static ModelCatalogue in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the model catalogue " + file + " cannot be read", e);
        }
    }

    static ModelCatalogue parse(String yaml, String where) {
        try {
            return new ModelCatalogue(YAML.readValue(yaml, Written.class).models());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private record Written(List<ModelEntry> models) {}

    /// In the catalogue's order.
    public List<ModelEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// @throws IllegalArgumentException if there is none; names those that there are
    public ModelEntry entry(String id) {
        ModelEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "there is no model '" + id + "' in the catalogue, which has " + entries.keySet());
        }
        return entry;
    }
}
