package org.magicanime.voices;

/// The same words at the same times, higher or lower. Formants move with the tone, as if the speaker's head had become
/// smaller or larger: they are not kept.
///
/// The sound is stretched by overlapping pieces that continue each other best (WSOLA, Verhelst and Roelands 1993), and
/// played as much faster.
public final class ChangedTone {
    private static final double PIECE_SECONDS = 0.04;
    private static final double SEARCH_SECONDS = 0.01;
    private static final double MOST_SEMITONES = 24;
    private static final int REACH = 16;

    private ChangedTone() {}

    /// @param samples one channel
    /// @param rate of them per second
    /// @param semitones by which it becomes higher, −24 to 24
    /// @return as long, aligned
    /// @throws IllegalArgumentException if the semitones are out of range
    public static float[] of(float[] samples, int rate, double semitones) {
        if (!(Math.abs(semitones) <= MOST_SEMITONES)) {
            throw new IllegalArgumentException("a tone is changed by -24 to 24 semitones, not by " + semitones);
        }
        double faster = Math.pow(2, semitones / 12);
        float[] stretched = stretched(samples, rate, faster);
        float[] changed = new float[samples.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (float) at(stretched, i * faster, Math.min(1, 1 / faster));
        }
        return changed;
    }

    private static float[] stretched(float[] samples, int rate, double times) {
        int hop = Math.max(1, (int) (PIECE_SECONDS * rate / 2));
        int search = (int) (SEARCH_SECONDS * rate);
        int length = (int) Math.ceil(samples.length * times) + REACH;
        float[] stretched = new float[length + 2 * hop];
        int before = -hop;
        for (int to = -hop; to < length; to += hop) {
            // The middles of the pieces are where they belong.
            int near = (int) Math.round((to + hop) / times) - hop;
            int from = to == -hop ? near : best(samples, before + hop, near, hop, search);
            for (int i = 0; i < 2 * hop; i++) {
                double weight = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop);
                if (to + i >= 0) {
                    stretched[to + i] += (float) (weight * value(samples, from + i));
                }
            }
            before = from;
        }
        return stretched;
    }

    /// The piece near a place that is most alike to what follows the piece before.
    private static int best(float[] samples, int following, int near, int hop, int search) {
        int best = near;
        double most = alike(samples, near, following, hop);
        for (int from = near - search; from <= near + search; from++) {
            double found = alike(samples, from, following, hop);
            // In silence all places are alike.
            if (found > most + 1e-9) {
                most = found;
                best = from;
            }
        }
        return best;
    }

    private static double alike(float[] samples, int from, int following, int hop) {
        double both = 0;
        double own = 1e-9;
        for (int i = 0; i < 2 * hop; i += 2) {
            double candidate = value(samples, from + i);
            both += candidate * value(samples, following + i);
            own += candidate * candidate;
        }
        return both / Math.sqrt(own);
    }

    private static double value(float[] samples, int at) {
        return at < 0 || at >= samples.length ? 0 : samples[at];
    }

    /// Between samples, by a sine cardinal under a Hann window.
    ///
    /// @param passed share of the frequencies that is left
    private static double at(float[] samples, double place, double passed) {
        int reach = (int) Math.ceil(REACH / passed);
        int middle = (int) Math.floor(place);
        double sum = 0;
        for (int i = middle - reach + 1; i <= middle + reach; i++) {
            double off = place - i;
            double x = Math.PI * off * passed;
            double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * Math.clamp(off / reach, -1.0, 1.0));
            sum += value(samples, i) * passed * sinc * window;
        }
        return sum;
    }
}
