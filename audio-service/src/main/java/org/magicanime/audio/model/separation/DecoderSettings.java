package org.magicanime.audio.model.separation;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.ModelEntry;

/// Reads the settings of a catalogue's entry, each of which has to be known and right.
final class DecoderSettings {
    private final ModelEntry entry;
    private final Map<String, String> read = new TreeMap<>();

    DecoderSettings(ModelEntry entry) {
        this.entry = entry;
    }

    /// @param otherwise where the entry does not say it; absent where it has to
    int whole(String name, int least, int most, @Nullable Integer otherwise) {
        double value = number(name, least, most, otherwise == null ? null : otherwise.doubleValue());
        if (value != Math.rint(value)) {
            throw wrong(name, "it is no whole number");
        }
        read.put(name, Integer.toString((int) value));
        return (int) value;
    }

    int even(String name, int least, int most) {
        int value = whole(name, least, most, null);
        if (value % 2 != 0) {
            throw wrong(name, "it is not even");
        }
        return value;
    }

    double number(String name, double least, double most, @Nullable Double otherwise) {
        String written = entry.settings().get(name);
        if (written == null && otherwise == null) {
            throw wrong(name, "it is missing");
        }
        double value = written == null ? otherwise : parsed(name, written);
        if (!(value >= least && value <= most)) {
            throw wrong(name, "it is " + plain(value) + ", and must be from " + plain(least) + " to " + plain(most));
        }
        read.put(name, Double.toString(value));
        return value;
    }

    private static String plain(double value) {
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }

    private double parsed(String name, String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            throw wrong(name, "'" + written + "' is no number");
        }
    }

    /// Whether a setting has the second of two values; the first one where the entry does not say it.
    boolean isSecond(String name, String first, String second) {
        String value = entry.settings().getOrDefault(name, first);
        if (!value.equals(first) && !value.equals(second)) {
            throw wrong(name, "it is '" + first + "' or '" + second + "', not '" + value + "'");
        }
        read.put(name, value);
        return value.equals(second);
    }

    /// All that was asked for, after which no other setting may be left.
    Map<String, String> finished() {
        TreeSet<String> unknown = new TreeSet<>(entry.settings().keySet());
        unknown.removeAll(read.keySet());
        if (!unknown.isEmpty()) {
            throw wrong(unknown.first(), "the decoder '" + entry.decoder() + "' knows " + read.keySet());
        }
        return Map.copyOf(read);
    }

    private IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException(
                "model '" + entry.id() + "' in the catalogue: the setting '" + name + "' is wrong: " + why);
    }
}
