package org.magicanime.dataset.domain.character;

/// Things that are put together, two at a time. A group is named by the lowest of its things.
final class Groups {
    private final int[] above;

    Groups(int things) {
        above = new int[things];
        for (int i = 0; i < things; i++) {
            above[i] = i;
        }
    }

    int of(int thing) {
        int top = thing;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    void join(int one, int two) {
        int first = of(one);
        int second = of(two);
        above[Math.max(first, second)] = Math.min(first, second);
    }
}
