package org.magicanime.shots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.magicanime.shots.Area.Box;

/// Samples of a film at both ends of all that may be a shot, some in each second. Of a stretch in which nothing
/// begins or ends none is kept.
final class Glimpses {
    static final int PER_SECOND = 4;
    /// 63 MB: more than an hour of a film in which a shot may begin at any time. Ends that come later are not
    /// looked at.
    private static final int MOST = 16_384;

    private final int step;
    private final Deque<Glimpse> waiting = new ArrayDeque<>();
    private final List<Glimpse> kept = new ArrayList<>();

    /// @param luma of one {@link Sample}
    /// @param area the picture in it, as was known at that frame
    record Glimpse(int frame, byte[] luma, Chroma chroma, Box area) {
        Picture picture(Box newArea) {
            Picture picture = new Picture();
            picture.take(luma);
            picture.look(newArea);
            return picture;
        }
    }

    /// @param second frames in a second
    Glimpses(int second) {
        this.step = Math.max(1, second / PER_SECOND);
    }

    void see(int frame, byte[] luma, FrameColours colours, Box area) {
        if (frame % step == 0) {
            waiting.add(new Glimpse(frame, luma.clone(), colours.chroma().copy(), area));
        }
    }

    /// Decides about all up to a frame.
    ///
    /// @param isNearAnEnd of which frames a glimpse is kept
    void settle(int last, IntPredicate isNearAnEnd) {
        while (!waiting.isEmpty() && waiting.getFirst().frame <= last) {
            Glimpse glimpse = waiting.removeFirst();
            if (kept.size() < MOST && isNearAnEnd.test(glimpse.frame)) {
                kept.add(glimpse);
            }
        }
    }

    /// In order.
    List<Glimpse> between(int first, int end) {
        return kept.stream()
                .filter(glimpse -> glimpse.frame >= first && glimpse.frame < end)
                .toList();
    }
}
