package org.magicanime.dataset.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of everything.
///
/// @param films how many there are in each state
/// @param closes whether all frames of all films and clips that a stage is done with are accounted for,
///     and nothing was told with two contents. While the ledger is behind the topics it may not, for a
///     moment.
/// @param open the accounts that do not close
/// @param contradictions ids of what was told with two contents
/// @param stages what each stage kept and dropped, in order of the stages
/// @param styles the same for each style
public record Accounting(
        Films films,
        boolean closes,
        List<OpenAccount> open,
        List<String> contradictions,
        List<StageFunnel> stages,
        Map<String, List<StageFunnel>> styles) {
    public Accounting {
        open = List.copyOf(open);
        contradictions = List.copyOf(contradictions);
        stages = List.copyOf(stages);
        styles = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(styles));
    }

    /// Films, and objects that are none: `total` is the sum of the others.
    ///
    /// @param rejected also objects that ingest rejected
    /// @param dead also objects that ingest gave up
    public record Films(long total, long done, long rejected, long dead, long inFlight) {}

    /// An account whose sides differ.
    ///
    /// @param itemId the film (stage `segment`) or the clip (stages `keypoint`, `face-crop` and
    ///     `audio`)
    /// @param frames how many there are
    /// @param kept frames in clips or spans
    /// @param rejected frames in rejections; the sum may agree if some frames are there twice and
    ///     others nowhere
    public record OpenAccount(
            String videoId, String itemId, String stage, String paramsHash, long frames, long kept, long rejected) {}

    /// What one stage kept and dropped.
    public record StageFunnel(String stage, Amount kept, List<Dropped> dropped) {
        public StageFunnel {
            dropped = List.copyOf(dropped);
        }
    }

    /// @param frames 0 where the stage does not count frames
    public record Amount(long items, long frames) {
        Amount plus(Amount other) {
            return new Amount(items + other.items, frames + other.frames);
        }
    }

    /// What was dropped for one reason.
    ///
    /// @param threshold the value that had to be kept to
    /// @param leastMeasured the smallest value that was measured
    /// @param mostMeasured the largest
    public record Dropped(
            String code,
            @Nullable Double threshold,
            long items,
            long frames,
            @Nullable Double leastMeasured,
            @Nullable Double mostMeasured) {}
}
