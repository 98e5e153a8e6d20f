package org.magicanime.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/// How events and documents are written as JSON. Unknown fields are ignored, so that adding one is compatible; a
/// missing or impossible one is an error that names it.
public final class EventJson {
    /// Events are small; what is larger than this is none of ours.
    public static final int LARGEST_EVENT = 64 << 10;

    private static final int DEEPEST = 32;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private EventJson() {}

    /// Reads an event that came from outside.
    ///
    /// @throws UnreadableEventException if it is too large, no JSON, or not of this type
    public static <E> E readEvent(byte[] json, Class<E> type) {
        if (json.length > LARGEST_EVENT) {
            throw new UnreadableEventException(
                    "the record has " + json.length + " bytes; an event has at most " + LARGEST_EVENT, null);
        }
        return read(json, type);
    }

    /// Reads a document of ours, of any size.
    ///
    /// @throws UnreadableEventException if it is no JSON, or not of this type
    public static <E> E read(byte[] json, Class<E> type) {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new UnreadableEventException("the record is null", null);
            }
            return event;
        } catch (JsonMappingException e) {
            String path = e.getPath().isEmpty() ? "" : " at " + e.getPathReference();
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            String message = cause instanceof JsonProcessingException json2
                    ? json2.getOriginalMessage()
                    : String.valueOf(cause.getMessage());
            throw new UnreadableEventException(type.getSimpleName() + path + ": " + message, e);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEventException("no JSON: " + e.getMessage(), e);
        }
    }

    /// Reads an object of ours whose values are all texts.
    ///
    /// @throws UnreadableEventException if it is anything else
    public static Map<String, String> readTexts(byte[] json) {
        try {
            return MAPPER.readValue(json, TEXTS);
        } catch (IOException e) {
            throw new UnreadableEventException("no object of texts: " + e.getMessage(), e);
        }
    }

    /// Equal values give equal bytes.
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
