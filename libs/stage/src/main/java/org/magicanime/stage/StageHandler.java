package org.magicanime.stage;

import org.magicanime.contracts.Telling;

/// The work of a stage on one input.
///
/// Returning means done: everything was told and acknowledged by the broker. Telling nothing but `ItemRejected`, or
/// throwing `RejectedException`, means rejected. Throwing an exception that is `Busy` means try again in place.
/// Anything else that is thrown, errors included, is a failed try; the third one makes the input a dead letter.
@FunctionalInterface
public interface StageHandler<E> {
    /// @param event the input
    /// @param tell publishes events and waits for the broker's acknowledgement
    void handle(E event, Telling tell) throws Exception;

    /// Hears that the input became a dead letter after too many tries; for a stage that would otherwise find it again
    /// by itself. May hear it twice. May throw what is `Busy`.
    ///
    /// @param reason what the last try failed with
    default void givenUp(E event, Throwable reason) {}
}
