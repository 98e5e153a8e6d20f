package org.magicanime.audio.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Measure;
import org.magicanime.judging.Missed;

/// What became of a face clip's sound.
///
/// @param missed the first test that it missed; absent where it is kept
/// @param passed the tests before that
/// @param quality what was measured
/// @param made what is written; absent where the sound was rejected, but not where it is undecided
public record SoundVerdict(
        @Nullable Missed missed,
        List<Measure> passed,
        SoundQuality quality,
        @Nullable Made made) {
    public SoundVerdict {
        passed = List.copyOf(passed);
    }

    /// Of the first test that it missed; `kept` where it is kept.
    public String code() {
        return missed == null ? "kept" : missed.reason().code();
    }

    /// @param speech cleaned, at 48 kHz, as long as the picture
    /// @param background what was taken away, likewise
    /// @param sync the series
    public record Made(float[] speech, float[] background, SyncSeries sync) {}
}
