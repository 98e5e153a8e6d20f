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
    private static final int OF_SAME_RHYTHM = 100;

    /// Mouths are drawn up to 0.4 s later than the sound. Earlier than 0.125 s everybody sees that they are wrong
    /// (ITU-R BT.1359), and each lag more is another chance for a wrong mouth.
    private static final int LEAST_LAG = -3;

    private static final int MOST_LAG = 9;

    private final SpeechBank bank;
    private final int leastLag;
    private final int mostLag;

    public LipSync(SpeechBank bank) {
        this(bank, LEAST_LAG, MOST_LAG);
    }

    /// @param leastLag frames of 1/24 s by which a mouth may be later than the sound, −12 or more
    /// @param mostLag likewise, at most 12
    public LipSync(SpeechBank bank, int leastLag, int mostLag) {
        this.bank = bank;
        this.leastLag = leastLag;
        this.mostLag = mostLag;
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

        double[] loud = Statistic.smoothed(speech.loudness());
        Correlation loudness = Correlation.of(smooth, loud);
        double[] byChance = others.stream()
                .mapToDouble(each -> best(smooth, Statistic.smoothed(each.loudness())))
                .toArray();
        double[] spoken = spoken(speech);
        boolean changes = Statistic.deviation(spoken) > LEAST_VOICE_DEVIATION;
        Correlation voice = Correlation.of(activity, spoken);
        double[] voiceByChance = changes
                ? others.stream()
                        .mapToDouble(each -> best(activity, spoken(each)))
                        .toArray()
                : new double[0];
        double loudnessScore = deviations(loudness.best(leastLag, mostLag), byChance);
        double voiceScore = changes ? deviations(voice.best(leastLag, mostLag), voiceByChance) : 0;
        boolean ofLoudness = SyncScore.isOfLoudness(loudnessScore, voiceScore);
        double[] moving = ofLoudness ? smooth : activity;
        double[] heard = ofLoudness ? loud : spoken;
        double own = ofLoudness ? loudness.best(leastLag, mostLag) : voice.best(leastLag, mostLag);
        return new SyncScore(
                range,
                loudness.best(leastLag, mostLag),
                loudnessScore,
                chance(loudness.best(leastLag, mostLag), byChance),
                loudness.bestLag(leastLag, mostLag),
                changes ? voice.best(leastLag, mostLag) : 0,
                voiceScore,
                changes ? voice.bestLag(leastLag, mostLag) : 0,
                margin(own, moving, heard),
                rhythm(own, moving, heard),
                loudness.atLag());
    }

    /// Against sounds of the same rhythm. Speech in a steady rhythm, as drawn voices have it, fits most
    /// mouths that move as steadily, and better than the speech of the bank does.
    private double rhythm(double own, double[] mouth, double[] sound) {
        return deviations(
                own,
                SameRhythm.of(sound, OF_SAME_RHYTHM).stream()
                        .mapToDouble(each -> best(mouth, each))
                        .toArray());
    }

    /// Against the same mouth, turned round in its clip so far that no lag brings it back.
    private double margin(double own, double[] mouth, double[] sound) {
        double best = own - 1;
        double[] turned = new double[mouth.length];
        for (int by = Correlation.MOST_LAG + 1; by < mouth.length - Correlation.MOST_LAG; by++) {
            for (int t = 0; t < mouth.length; t++) {
                turned[(t + by) % mouth.length] = mouth[t];
            }
            best = Math.max(best, best(turned, sound));
        }
        return own - best;
    }

    private double best(double[] mouth, double[] sound) {
        return Correlation.best(mouth, sound, leastLag, mostLag);
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
