package org.magicanime.dataset.domain.review;

import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DataSubset;

/// Which items a person wants to look at; absent says any.
///
/// @param subset items of this one; without it, of all but text-to-video, whose items are those of pose-driven
/// @param videoId of this film
/// @param style of films of this style
/// @param title of films whose title has these letters, large or small
/// @param value items of which this was measured
/// @param look what was decided about them before
/// @param sample which one, with {@link Look#SAMPLE} only
/// @param reviewer who looks; empty of who says no name
public record QueueFilter(
        @Nullable DataSubset subset,
        @Nullable String videoId,
        @Nullable String style,
        @Nullable String title,
        @Nullable ValueFilter value,
        Look look,
        Sample sample,
        String reviewer) {
    /// Of all items about which nobody decided.
    public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null, Look.FIRST, Sample.USUAL, "");

    /// The same of one subset.
    public QueueFilter of(DataSubset other) {
        return new QueueFilter(other, videoId, style, title, value, look, sample, reviewer);
    }
}
