package org.magicanime.facecrop.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;

/// What this stage reads of a clip's `frames.json`: when its frames are shown, and where its sound lies.
///
/// @param span of the clip, in the film
/// @param timeBase seconds per tick
/// @param frames one entry per frame of the clip, in order
/// @param soundPlace of `sound.flac` in the film's sound, if it has some
public record ClipTimes(
        FrameSpan span,
        Rational timeBase,
        List<Frame> frames,
        @Nullable SoundPlace soundPlace) {
    public ClipTimes {
        frames = List.copyOf(frames);
    }

    /// @param ticks presentation time in the film
    public record Frame(long number, long ticks) {}

    /// @param rate samples per second
    /// @param first number of the first sample, counted from time 0 of the film
    /// @param samples samples per channel
    public record SoundPlace(int rate, long first, long samples) {}

    /// Samples of the clip's sound.
    ///
    /// @param first number of the first one, counted from the clip's first
    /// @param end the number after the last one
    public record Samples(long first, long end) {}

    /// @param of frames of the clip
    /// @return when they are shown, in seconds from the first of them
    List<Double> seconds(FrameSpan of) {
        long first = ticks(of.first());
        return frames.subList(index(of.first()), index(of.end())).stream()
                .map(frame -> (frame.ticks() - first) * timeBase.asDouble())
                .toList();
    }

    /// The sound of some frames of the clip, as the clip's own was cut out of the film's.
    Optional<Samples> sound(FrameSpan of) {
        SoundPlace place = soundPlace;
        if (place == null) {
            return Optional.empty();
        }
        return Optional.of(new Samples(sample(place, of.first()), sample(place, of.end())));
    }

    private long sample(SoundPlace place, long frame) {
        return frame == span.end()
                ? place.samples()
                : Math.round(ticks(frame) * timeBase.asDouble() * place.rate()) - place.first();
    }

    private long ticks(long number) {
        return frames.get(index(number)).ticks();
    }

    private int index(long number) {
        return Math.toIntExact(number - span.first());
    }
}
