package org.magicanime.eval.domain;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.magicanime.contracts.ObjectOrigin;

/// Where `request.json` files are dropped.
public interface RequestInbox {
    /// @param content reads it; throws IllegalArgumentException if it is no such file, saying why
    record Dropped(ObjectOrigin origin, Supplier<RequestFile> content) {}

    String bucket();

    /// The file under that key, if there still is one.
    Optional<Dropped> find(String key);

    /// All of them.
    void each(Consumer<Dropped> hears);

    /// Whether the evaluation was begun.
    boolean hasEvaluation(String evalId);
}
