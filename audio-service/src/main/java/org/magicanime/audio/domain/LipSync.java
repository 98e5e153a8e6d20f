package org.magicanime.audio.domain;

import java.util.Arrays;
import java.util.List;

/// Whether a drawn mouth moves with a sound, against a bank of unrelated speech: the same mouth is held
/// against other sounds, so that mouths which fit anything do not pass.
public final class LipSync {
    private static final double LEAST_RANGE = 0.05;
    private static final double LEAST_DEVIATION = 0.03;
    private static final double LEAST_VOICE_DEVIATION = 0.02;
    private static final int ACTIVITY_REACH = 4;

    private final SpeechBank bank;

    public LipSync(SpeechBank bank) {
        this.bank = bank;
    }

    /// @param mouth opening in distances between the eyes, 24 times a second
    /// @param speech as long; at most {@link SpeechBank#longest} frames
    public SyncScore score(double[] mouth, SpeechSeries speech) {
        if (mouth.length != speech.frames() || mouth.length == 0) {
            throw new IllegalArgumentException(
                    "a mouth of " + mouth.length + " frames and speech of " + speech.frames());
        }
        double low = Statistic.percentile(mouth, 0.05);
        double range = Statistic.percentile(mouth, 0.95) - low;
        double[] opening = new double[mouth.length];
        for (int t = 0; t < mouth.length; t++) {
            opening[t] = Math.clamp((mouth[t] - low) / Math.max(range, LEAST_RANGE), 0.0, 1.0);
        }
        double[] smooth = Statistic.smoothed(opening);
        double[] activity = activity(opening, smooth);
        List<SpeechSeries> others = bank.cuts(mouth.length);

        Correlation loudness = Correlation.of(smooth, Statistic.smoothed(speech.loudness()));
        double[] byChance = others.stream()
                .mapToDouble(each -> Correlation.of(smooth, Statistic.smoothed(each.loudness()))
                        .best())
                .toArray();
        double[] spoken = spoken(speech);
        boolean changes = Statistic.deviation(spoken) > LEAST_VOICE_DEVIATION;
        Correlation voice = Correlation.of(activity, spoken);
        double[] voiceByChance = changes
                ? others.stream()
                        .mapToDouble(
                                each -> Correlation.of(activity, spoken(each)).best())
                        .toArray()
                : new double[0];
        SyncScore score = new SyncScore(
                range,
                loudness.best(),
                deviations(loudness.best(), byChance),
                chance(loudness.best(), byChance),
                loudness.bestLag(),
                changes ? voice.best() : 0,
                changes ? deviations(voice.best(), voiceByChance) : 0,
                changes ? voice.bestLag() : 0,
                1,
                loudness.atLag());
        return score.withMargin(
                score.isOfLoudness()
                        ? margin(loudness.best(), smooth, Statistic.smoothed(speech.loudness()))
                        : margin(voice.best(), activity, spoken));
    }

    /// Against the same mouth, turned round in its clip so far that no lag brings it back.
    private static double margin(double own, double[] mouth, double[] sound) {
        double best = own - 1;
        double[] turned = new double[mouth.length];
        for (int by = Correlation.MOST_LAG + 1; by < mouth.length - Correlation.MOST_LAG; by++) {
            for (int t = 0; t < mouth.length; t++) {
                turned[(t + by) % mouth.length] = mouth[t];
            }
            best = Math.max(best, Correlation.of(turned, sound).best());
        }
        return own - best;
    }

    private static double[] spoken(SpeechSeries speech) {
        return Statistic.smoothed(Statistic.smoothed(speech.spoken()));
    }

    /// The mouth at work: its deviation over nine frames, and half its opening.
    private static double[] activity(double[] opening, double[] smooth) {
        double[] activity = new double[opening.length];
        double[] around = new double[2 * ACTIVITY_REACH + 1];
        for (int t = 0; t < opening.length; t++) {
            for (int i = 0; i < around.length; i++) {
                around[i] = opening[Math.clamp(t + i - ACTIVITY_REACH, 0, opening.length - 1)];
            }
            activity[t] = Statistic.deviation(around) + 0.5 * smooth[t];
        }
        return activity;
    }

    private static double deviations(double own, double[] byChance) {
        return (own - Statistic.mean(byChance)) / Math.max(Statistic.deviation(byChance), LEAST_DEVIATION);
    }

    private static double chance(double own, double[] byChance) {
        long asGood = Arrays.stream(byChance).filter(each -> each >= own).count();
        return (1.0 + asGood) / (1 + byChance.length);
    }
}
