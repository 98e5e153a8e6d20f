package org.magicanime.caption.domain.text;

import java.util.List;

/// Numbers in words.
final class Numbers {
    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Numbers() {}

    static String word(int number) {
        return number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }

    static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> word(number) + " times";
        };
    }
}
