package org.magicanime.testkit.mouth;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/// Draws mouths on speech as cartoons do: two to four shapes, each held for two or three pictures, up to eight pictures
/// late, and measured with the noise that landmarks have. The same seed gives the same mouths.
public final class SimulatedMouths {
    public static final int PER_SECOND = 24;

    private static final int MOST_LAG = 12;
    private static final int VOWELS_PER_SECOND = 100;
    private static final double LEAST_SPOKEN = 0.4;
    private static final int TRIES = 200;
    private static final int MARGIN = 30;
    /// No lag makes the words of other speech the same.
    private static final int APART = 42;
    private static final double WRONG = 0.1;
    private static final double NOISE = 0.012;

    private final List<SpokenTrack> tracks;
    private final Random random;

    /// A mouth and what is heard with it.
    ///
    /// @param mouth opening in distances between the eyes, 24 times a second
    /// @param loudness as long, 0 to 1
    /// @param voice likewise
    /// @param lag by how many frames the mouth is late; of no meaning where it does not belong to the speech
    public record Trial(double[] mouth, double[] loudness, double[] voice, int lag) {}

    /// How a mouth is drawn.
    ///
    /// @param shapes from shut to open
    /// @param held pictures that each drawing stays
    /// @param wrong share of drawings that show any shape
    private record Hand(int shapes, int held, double wrong) {}

    /// @param tracks in which each word is said once, so that speech elsewhere in one of them is other speech
    public SimulatedMouths(List<SpokenTrack> tracks, long seed) {
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("mouths are drawn on speech, but there is none");
        }
        this.tracks = List.copyOf(tracks);
        this.random = new Random(seed);
    }

    /// @param frames of the clip
    public Trial draw(MouthKind kind, int frames) {
        SpokenTrack track = tracks.get(random.nextInt(tracks.size()));
        int first = place(track, frames);
        int lag = random.nextInt(9);
        Hand hand = new Hand(2 + random.nextInt(3), 2 + random.nextInt(2), wrong(kind));
        double[] drawn =
                switch (kind) {
                    case SYLLABLES, SYLLABLES_20, SYLLABLES_40 -> syllables(track, first - lag, frames, hand);
                    case FLAPS -> flaps(track, first - lag, frames, hand);
                    case OTHER_SPEECH -> syllables(track, elsewhere(track, first, frames), frames, hand);
                    case OTHER_FLAPS -> flaps(track, elsewhere(track, first, frames), frames, hand);
                    case ALWAYS_FLAPS -> flaps(t -> true, frames, hand);
                    case CLOSED -> new double[frames];
                    case LISTENS -> listens(frames);
                    case LATE -> syllables(track, first - 18 - random.nextInt(13), frames, hand);
                };
        return new Trial(
                measured(drawn),
                Arrays.copyOfRange(track.loudness(), first, first + frames),
                Arrays.copyOfRange(track.voice(), first, first + frames),
                lag);
    }

    private static double wrong(MouthKind kind) {
        return switch (kind) {
            case SYLLABLES -> 0;
            case SYLLABLES_20 -> 0.2;
            case SYLLABLES_40 -> 0.4;
            default -> WRONG;
        };
    }

    /// Where somebody speaks for two fifths of the time, if such a place is found.
    private int place(SpokenTrack track, int frames) {
        int least = MOST_LAG + MARGIN;
        int most = track.frames() - frames - 40;
        if (most <= least) {
            throw new IllegalArgumentException(
                    "speech of " + track.frames() + " frames is too short for clips of " + frames);
        }
        int first = least;
        for (int i = 0; i < TRIES; i++) {
            first = least + random.nextInt(most - least);
            if (track.spokenShare(first, frames) > LEAST_SPOKEN) {
                return first;
            }
        }
        return first;
    }

    private int elsewhere(SpokenTrack track, int first, int frames) {
        for (int i = 0; i < TRIES; i++) {
            int other = place(track, frames);
            if (Math.abs(other - first) > APART) {
                return other;
            }
        }
        throw new IllegalArgumentException(
                "speech of " + track.frames() + " frames has no other speech for clips of " + frames);
    }

    /// Every vowel is drawn with its own opening.
    private double[] syllables(SpokenTrack track, int first, int frames, Hand hand) {
        double[] sorted = track.vowels().clone();
        Arrays.sort(sorted);
        double loud = sorted[(int) (0.95 * (sorted.length - 1))];
        double[] levels = new double[track.vowels().length];
        double opening = opening();
        for (int i = 0; i < levels.length; i++) {
            if (isValley(track.vowels(), i)) {
                opening = opening();
            }
            levels[i] = Math.clamp(Math.pow(track.vowels()[i] / loud, 0.7) * opening, 0.0, 1.0);
        }
        return drawn(frames, hand, t -> {
            double middle = (first + t + hand.held() / 2.0) / PER_SECOND * VOWELS_PER_SECOND;
            double level = levels[Math.clamp((int) middle, 0, levels.length - 1)];
            return Math.min(hand.shapes() - 1, (int) (level * hand.shapes() * 1.15));
        });
    }

    private double opening() {
        return 0.55 + 0.55 * random.nextDouble();
    }

    private static boolean isValley(double[] values, int at) {
        return at > 0 && at + 1 < values.length && values[at] < values[at - 1] && values[at] <= values[at + 1];
    }

    private double[] flaps(SpokenTrack track, int first, int frames, Hand hand) {
        return flaps(t -> track.spoken(first + t), frames, hand);
    }

    private double[] flaps(IntPredicate active, int frames, Hand hand) {
        double perSecond = 4 + 2 * random.nextDouble();
        double begin = random.nextDouble();
        return drawn(frames, hand, t -> {
            double phase = begin + (t + 1) * perSecond / PER_SECOND;
            double open = 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
            return active.test(t) ? (int) Math.round(open * (hand.shapes() - 1)) : 0;
        });
    }

    /// Says which shape is right for a frame.
    private interface Shapes {
        int at(int frame);
    }

    private double[] drawn(int frames, Hand hand, Shapes right) {
        int phase = random.nextInt(hand.held());
        double[] openings = new double[frames];
        int shape = 0;
        for (int t = 0; t < frames; t++) {
            if (t == 0 || (t + phase) % hand.held() == 0) {
                shape = right.at(t);
                if (random.nextDouble() < hand.wrong()) {
                    shape = random.nextInt(hand.shapes());
                }
            }
            openings[t] = (double) shape / (hand.shapes() - 1);
        }
        return openings;
    }

    private double[] listens(int frames) {
        double[] openings = new double[frames];
        int reactions = random.nextInt(3);
        for (int i = 0; i < reactions; i++) {
            int from = random.nextInt(frames);
            int to = Math.min(frames, from + 8 + random.nextInt(17));
            Arrays.fill(openings, from, to, 0.3 + 0.7 * random.nextDouble());
        }
        return openings;
    }

    /// As landmarks tell it: with noise, and with the slow drift of a head that moves.
    private double[] measured(double[] drawn) {
        double size = 0.12 + 0.23 * random.nextDouble();
        double speed = 0.5 + 1.5 * random.nextDouble();
        double begin = 6 * random.nextDouble();
        double[] measured = new double[drawn.length];
        for (int t = 0; t < drawn.length; t++) {
            double drift = 0.01 * Math.sin((double) t / PER_SECOND * speed + begin);
            measured[t] = 0.02 + size * drawn[t] + NOISE * random.nextGaussian() + drift;
        }
        return measured;
    }
}
