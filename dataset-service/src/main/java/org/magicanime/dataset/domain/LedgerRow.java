package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;

/// What became of one item at one stage.
///
/// @param key names it
/// @param outcome what became of it
/// @param digest of the event that says so
/// @param contradictory whether events with different contents were told of it, which must never be
/// @param videoId the film that it belongs to, where one is known
/// @param madeFrom the item that the stage made it from, where it is known
/// @param span its frames in the film, where it is a part of one
/// @param frames how many frames; 0 where the event does not say
/// @param picture size and speed, where it is something to see
/// @param reason why it was rejected
/// @param film what is known of a film or an object
/// @param document all that the event says of it
public record LedgerRow(
        LedgerKey key,
        Outcome outcome,
        String digest,
        boolean contradictory,
        @Nullable String videoId,
        @Nullable MadeFrom madeFrom,
        @Nullable FrameSpan span,
        long frames,
        @Nullable Picture picture,
        @Nullable Reason reason,
        @Nullable Film film,
        Record document) {
    /// @param itemId the item
    /// @param paramsHash the parameters that it was made with itself; empty where there are none
    public record MadeFrom(String itemId, String paramsHash) {}

    /// @param width pixels
    /// @param height pixels
    /// @param frameRate average frames per second; 0/1 if the film does not say
    public record Picture(int width, int height, Rational frameRate) {
        /// Absent if the film does not say.
        public @Nullable Double framesPerSecond() {
            return frameRate.numerator() == 0 ? null : frameRate.asDouble();
        }
    }

    /// @param code for machines
    /// @param measured the measured value
    /// @param threshold the value that it had to keep to
    public record Reason(
            String code,
            @Nullable Double measured,
            @Nullable Double threshold) {}

    /// @param style as its owner said
    /// @param title likewise; empty for what is no film
    /// @param object bucket and key that it came from, joined by `/`
    public record Film(Style style, String title, String object) {}

    /// One row of two about the same item. It does not matter which comes first, nor how often: kept goes before
    /// rejected, then the smaller digest stands.
    public LedgerRow merge(LedgerRow other) {
        boolean differ = contradictory || other.contradictory || !digest.equals(other.digest);
        return (isBefore(other) ? this : other).marked(differ);
    }

    private boolean isBefore(LedgerRow other) {
        int order = outcome.compareTo(other.outcome);
        return order == 0 ? digest.compareTo(other.digest) <= 0 : order < 0;
    }

    private LedgerRow marked(boolean differ) {
        return differ == contradictory
                ? this
                : new LedgerRow(
                        key, outcome, digest, differ, videoId, madeFrom, span, frames, picture, reason, film, document);
    }
}
