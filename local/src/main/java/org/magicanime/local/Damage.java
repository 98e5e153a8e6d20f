package org.magicanime.local;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A film that was cut short or has wrong bytes, at random.
///
/// @param bytes what is left of it
/// @param how in words
record Damage(byte[] bytes, String how) {
    /// Containers keep what matters most in their first bytes, and some in their last.
    private static final int EDGE = 2048;

    private static final int MOST_FLIPS = 64;

    /// Every other film is cut short; the others have one to 64 wrong bytes, half of them at one end of the file.
    static Damage of(byte[] film, RandomGenerator random) {
        if (random.nextBoolean()) {
            int length = random.nextInt(film.length);
            return new Damage(Arrays.copyOf(film, length), "cut to " + length + " of " + film.length + " bytes");
        }
        byte[] bytes = film.clone();
        int flips = 1 << random.nextInt(Integer.numberOfTrailingZeros(MOST_FLIPS) + 1);
        boolean edge = random.nextBoolean();
        boolean end = random.nextInt(4) == 0;
        int place = Math.min(EDGE, film.length);
        for (int i = 0; i < flips; i++) {
            int at = !edge ? random.nextInt(film.length) : random.nextInt(place) + (end ? film.length - place : 0);
            // never back to what it was
            bytes[at] = (byte) (film[at] ^ (1 + random.nextInt(255)));
        }
        String where = !edge ? "anywhere" : end ? "in the last " + place : "in the first " + place;
        return new Damage(bytes, flips + " wrong bytes " + where);
    }
}
