package org.magicanime.audio.domain;

import java.util.List;

/// How far a mouth is open in each frame of a face clip: what is read of `mouth.json`.
///
/// @param frames in order
public record MouthSeries(List<Frame> frames) {
    public MouthSeries {
        frames = List.copyOf(frames);
    }

    /// @param opening between the inner lips, in distances between the eyes
    /// @param certain whether the mouth is large enough for `opening` to say something
    public record Frame(double opening, boolean certain) {}

    /// Share of frames with a mouth that is large enough.
    double certain() {
        return frames.isEmpty()
                ? 0
                : (double) frames.stream().filter(Frame::certain).count() / frames.size();
    }

    /// The picture that is shown in the middle of each 1/24 s.
    ///
    /// @param times when each frame is shown, in seconds from the first one, and when the last one ends
    /// @param count of values; beyond the last frame it stands still
    double[] resampled(double[] times, int count) {
        double[] values = new double[count];
        int shown = 0;
        for (int t = 0; t < count; t++) {
            double middle = (t + 0.5) / SpeechSeries.PER_SECOND;
            while (shown + 1 < frames.size() && times[shown + 1] <= middle) {
                shown++;
            }
            values[t] = frames.get(shown).opening();
        }
        return values;
    }
}
