package org.magicanime.stage;

import java.util.List;

/// The work of a stage on many inputs at once. Doing it twice, or on an input alone, is the same as doing it once.
///
/// Returning means done. Throwing an exception that is `Busy` means try again in place. Anything else that is thrown is
/// a failure of one of the inputs: they are then handled in smaller groups until it is found.
@FunctionalInterface
public interface BatchHandler<E> {
    /// @param inputs at least one, in the order of their offsets
    void handle(List<E> inputs);

    /// Hears how far topics were taken: everything before was handled, or is a dead letter.
    default void reached(List<Position> positions) {}

    /// A place in a topic.
    ///
    /// @param next offset of the first record that was not taken
    record Position(String topic, int partition, long next) {}
}
