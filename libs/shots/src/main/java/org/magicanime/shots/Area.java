package org.magicanime.shots;

import static org.magicanime.shots.Sample.HEIGHT;
import static org.magicanime.shots.Sample.WIDTH;

/// The part of the sample that shows the picture and not black bars beside it: all that was lit in the last frames.
final class Area {
    /// Luma of bars, with the noise of a bad copy.
    private static final int DARK = 24;
    /// What was not lit for this many frames, or up to twice as many, is a bar.
    private static final int MEMORY = 384;
    /// A smaller picture is no picture.
    private static final int LEAST_SIDE = 16;

    private Box now = Box.EMPTY;
    private Box before = Box.EMPTY;
    private int frames;
    private Box known = Box.ALL;

    /// Right and bottom are exclusive.
    record Box(int left, int top, int right, int bottom) {
        static final Box ALL = new Box(0, 0, WIDTH, HEIGHT);
        static final Box EMPTY = new Box(WIDTH, HEIGHT, 0, 0);

        int size() {
            return (right - left) * (bottom - top);
        }

        boolean contains(int x, int y) {
            return left <= x && x < right && top <= y && y < bottom;
        }

        /// Without what a bar lies upon in part, and without the edge of the bar, which would be a drawing that all
        /// shots have in common.
        private Box inset() {
            return new Box(
                    left > 0 ? left + 1 : 0,
                    top > 0 ? top + 1 : 0,
                    right < WIDTH ? right - 2 : WIDTH,
                    bottom < HEIGHT ? bottom - 2 : HEIGHT);
        }

        private Box and(Box other) {
            return new Box(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    Box see(int[] luma) {
        if (++frames % MEMORY == 0) {
            before = now;
            now = Box.EMPTY;
        }
        Box seen = now.equals(Box.ALL) ? now : extended(now, luma);
        if (!seen.equals(now) || frames % MEMORY == 0) {
            now = seen;
            Box both = now.and(before);
            boolean small = both.right - both.left < LEAST_SIDE || both.bottom - both.top < LEAST_SIDE;
            known = small ? Box.ALL : both.inset();
        }
        return known;
    }

    /// As of the last frame.
    Box known() {
        return known;
    }

    private static Box extended(Box box, int[] luma) {
        int left = 0;
        while (left < box.left && !isLit(luma, left, WIDTH, HEIGHT)) {
            left++;
        }
        int right = WIDTH;
        while (right > box.right && !isLit(luma, right - 1, WIDTH, HEIGHT)) {
            right--;
        }
        int top = 0;
        while (top < box.top && !isLit(luma, top * WIDTH, 1, WIDTH)) {
            top++;
        }
        int bottom = HEIGHT;
        while (bottom > box.bottom && !isLit(luma, (bottom - 1) * WIDTH, 1, WIDTH)) {
            bottom--;
        }
        return new Box(left, top, right, bottom);
    }

    private static boolean isLit(int[] luma, int first, int step, int count) {
        for (int i = 0; i < count; i++) {
            if (luma[first + i * step] > DARK) {
                return true;
            }
        }
        return false;
    }
}
