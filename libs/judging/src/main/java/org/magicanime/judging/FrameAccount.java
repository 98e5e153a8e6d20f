package org.magicanime.judging;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts in how many places each frame is.
public final class FrameAccount {
    private FrameAccount() {}

    /// @param part what frames are kept in, for people: `span`
    /// @param frames that were judged
    /// @param kept the first frame of each part that is kept and the frame after its last one
    /// @param leftOut the other frames
    /// @throws IllegalArgumentException if a frame is in no part or in two
    public static void check(String part, int frames, Stream<int[]> kept, Stream<LeftOut> leftOut) {
        int[] in = new int[frames];
        Stream.concat(kept, leftOut.map(left -> new int[] {left.first(), left.end()}))
                .flatMapToInt(range -> IntStream.range(range[0], range[1]))
                .forEach(frame -> in[frame]++);
        if (IntStream.of(in).anyMatch(count -> count != 1)) {
            throw new IllegalArgumentException("a frame is in no " + part + " and in no rejection, or in two of them");
        }
    }
}
