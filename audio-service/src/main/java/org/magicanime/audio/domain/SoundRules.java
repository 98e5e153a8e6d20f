package org.magicanime.audio.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.judging.FrameTest;

/// Which sound is kept. Part of the parameters that every artifact's key is derived from.
/// `docs/speech.md` says where the numbers come from, and how often each of them is wrong.
///
/// @param level of the loudest half second in dBFS: at least
/// @param speechShare share of windows in which somebody speaks: at least
/// @param snr of speech to what cleaning takes away, in decibels: at least
/// @param snrLight from here on cleaning takes away at most 12 dB
/// @param snrClean from here on nothing is cleaned
/// @param mouthRange of the opening in distances between the eyes: at least
/// @param mouthCertain share of frames with a mouth that is large enough: at least
/// @param sync score from which the mouth belongs to the sound
/// @param margin by how much the sound has to fit better than the same mouth begun elsewhere
/// @param rhythm by how many deviations it has to fit better than sounds of the same rhythm
/// @param outOfSync score below which it does not
/// @param syncSeconds shorter clips are not rejected for their score
/// @param pauses share of speech above which clips are not rejected for their score
/// @param correct whether a lag of two frames and more is taken out where it is certain
/// @param loudness in LUFS that kept speech is brought to; absent: it stays as loud as it is
public record SoundRules(
        double level,
        double speechShare,
        double snr,
        double snrLight,
        double snrClean,
        double mouthRange,
        double mouthCertain,
        double sync,
        double margin,
        double rhythm,
        double outOfSync,
        double syncSeconds,
        double pauses,
        boolean correct,
        @Nullable Double loudness) {
    public static final SoundRules DEFAULT =
            new SoundRules(-60, 0.20, 5, 12, 20, 0.07, 0.9, 2.0, 0, 1.6, 0.8, 3, 0.95, true, null);

    static final String LENGTH = "sound.seconds";
    static final String LEVEL = "sound.level";
    static final String SPEECH_SHARE = "speech.share";
    static final String SNR = "speech.snr";
    static final String SNR_LIGHT = "speech.snr-light";
    static final String SNR_CLEAN = "speech.snr-clean";
    static final String SPEAKER = "speech.same-speaker";
    static final String MOUTH_RANGE = "mouth.range";
    static final String MOUTH_CERTAIN = "mouth.certain";
    static final String SYNC = "sync.score";
    static final String MARGIN = "sync.margin";
    static final String RHYTHM = "sync.rhythm";
    static final String OUT_OF_SYNC = "sync.out";

    private static final double LOUDEST_PEAK = -1;

    private static final double LEAST_SECONDS = 0.1;

    public SoundRules {
        if (!(outOfSync <= sync && snr <= snrLight && snrLight <= snrClean)) {
            throw new IllegalArgumentException("outOfSync <= sync and snr <= snrLight <= snrClean must hold");
        }
    }

    FrameTest length(double seconds) {
        return FrameTest.atLeast(LENGTH, "seconds of sound", seconds, LEAST_SECONDS);
    }

    FrameTest level(double decibels) {
        return FrameTest.atLeast(LEVEL, "level of the loudest half second in dBFS", decibels, level);
    }

    FrameTest speech(double share) {
        return FrameTest.atLeast(SPEECH_SHARE, "share of windows in which somebody speaks", share, speechShare);
    }

    FrameTest noise(double decibels) {
        return FrameTest.atLeast(SNR, "decibels of speech to what cleaning takes away", decibels, snr);
    }

    FrameTest speaker(double cosine, double seconds) {
        return FrameTest.atLeast(SPEAKER, "likeness of the least alike voices", cosine, Speakers.threshold(seconds));
    }

    FrameTest mouthIsCertain(double share) {
        return FrameTest.atLeast(
                MOUTH_CERTAIN, "share of frames with a mouth that is large enough", share, mouthCertain);
    }

    /// The tests of mouth and sound in their order, and what is told where one is missed.
    List<Step> sync(SyncScore fit, double seconds, double spokenShare) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                FrameTest.atLeast(MOUTH_RANGE, "range of the mouth's opening", fit.range(), mouthRange),
                SoundReason.MOUTH_DOES_NOT_MOVE));
        if (seconds >= syncSeconds && spokenShare <= pauses) {
            steps.add(new Step(
                    FrameTest.atLeast(OUT_OF_SYNC, "fit of mouth and speech", fit.score(), outOfSync),
                    SoundReason.NOT_IN_SYNC));
        }
        steps.add(
                new Step(FrameTest.atLeast(SYNC, "fit of mouth and speech", fit.score(), sync), SoundReason.UNDECIDED));
        steps.add(new Step(
                FrameTest.atLeast(MARGIN, "margin over the same mouth begun elsewhere", fit.margin(), margin),
                SoundReason.UNDECIDED));
        steps.add(new Step(
                FrameTest.atLeast(RHYTHM, "fit beyond that of sounds of the same rhythm", fit.rhythm(), rhythm),
                SoundReason.UNDECIDED));
        return steps;
    }

    /// A test, and why a sound that misses it is not kept.
    record Step(FrameTest test, SoundReason reason) {}

    /// What the first of these tests that is missed tells; empty if the mouth belongs to the sound.
    ///
    /// @param seconds of the clip
    /// @param spokenShare share of frames in which somebody speaks
    public Optional<SoundReason> missedSync(SyncScore fit, double seconds, double spokenShare) {
        return sync(fit, seconds, spokenShare).stream()
                .filter(step -> !step.test().passes())
                .map(Step::reason)
                .findFirst();
    }

    /// The same with kept speech brought to a loudness in LUFS.
    SoundRules withLoudness(double wanted) {
        return new SoundRules(
                level,
                speechShare,
                snr,
                snrLight,
                snrClean,
                mouthRange,
                mouthCertain,
                sync,
                margin,
                rhythm,
                outOfSync,
                syncSeconds,
                pauses,
                correct,
                wanted);
    }

    /// By how many decibels kept speech becomes louder; its peak stays 1 dB below full scale.
    ///
    /// @param measured loudness in LUFS
    /// @param peak the largest sample
    double gain(double measured, double peak) {
        return loudness == null || measured <= Level.SILENCE
                ? 0
                : Math.min(loudness - measured, LOUDEST_PEAK - Level.decibels(peak));
    }

    /// How strongly sound of this ratio is to be cleaned.
    Cleaning cleaning(double decibels) {
        return decibels >= snrClean ? Cleaning.NONE : decibels >= snrLight ? Cleaning.LIGHT : Cleaning.FULL;
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put(LENGTH, Double.toString(LEAST_SECONDS));
        all.put(LEVEL, Double.toString(level));
        all.put(SPEECH_SHARE, Double.toString(speechShare));
        all.put(SNR, Double.toString(snr));
        all.put(SNR_LIGHT, Double.toString(snrLight));
        all.put(SNR_CLEAN, Double.toString(snrClean));
        all.put(MOUTH_RANGE, Double.toString(mouthRange));
        all.put(MOUTH_CERTAIN, Double.toString(mouthCertain));
        all.put(SYNC, Double.toString(sync));
        all.put(MARGIN, Double.toString(margin));
        all.put(RHYTHM, Double.toString(rhythm));
        all.put(OUT_OF_SYNC, Double.toString(outOfSync));
        all.put("sync.seconds", Double.toString(syncSeconds));
        all.put("sync.pauses", Double.toString(pauses));
        all.put("sync.correct", Boolean.toString(correct));
        if (loudness != null) {
            all.put("output.loudness", loudness.toString());
        }
        return all;
    }
}
