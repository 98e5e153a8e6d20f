package org.magicanime.caption.domain.motion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;

/// Something that was measured of a motion.
///
/// @param id within its document: `f1`, `f2` …
/// @param predicate what is said
/// @param side of which limb; `none` of the whole body
/// @param heading where to
/// @param frames of the film in which it holds
/// @param count how often (waves to and fro, steps, jumps, nods), where it is counted
/// @param frequency times a second, where it repeats: swings to and fro, or pairs of steps
/// @param measures what was measured, each with its rule and threshold; lengths in torso lengths, angles in degrees
public record Fact(
        String id,
        Predicate predicate,
        Side side,
        Heading heading,
        FrameSpan frames,
        @Nullable Integer count,
        @Nullable Double frequency,
        List<Measure> measures) {
    public Fact {
        measures = List.copyOf(measures);
    }

    Fact named(String name) {
        return new Fact(name, predicate, side, heading, frames, count, frequency, measures);
    }

    /// The share of this fact's frames in which another one holds, too: 0 to 1.
    public double sharedWith(Fact other) {
        long both = Math.min(frames.end(), other.frames.end()) - Math.max(frames.first(), other.frames.first());
        return Math.max(0, both) / (double) frames.frames();
    }

    /// The same in a mirror.
    public Fact mirrored() {
        return new Fact(id, predicate, side.mirrored(), heading.mirrored(), frames, count, frequency, measures);
    }
}
