package org.magicanime.audio.domain;

import java.util.Map;
import java.util.TreeMap;
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
/// @param outOfSync score below which it does not
/// @param syncSeconds shorter clips are not rejected for their score
/// @param pauses share of speech above which clips are not rejected for their score
/// @param correct whether a lag of two frames and more is taken out where it is certain
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
        double outOfSync,
        double syncSeconds,
        double pauses,
        boolean correct) {
    public static final SoundRules DEFAULT =
            new SoundRules(-60, 0.20, 5, 12, 20, 0.07, 0.9, 1.6, 0, 0.8, 3, 0.95, true);

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
    static final String OUT_OF_SYNC = "sync.out";

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

    FrameTest mouthMoves(double range) {
        return FrameTest.atLeast(MOUTH_RANGE, "range of the mouth's opening", range, mouthRange);
    }

    FrameTest notOutOfSync(double score) {
        return FrameTest.atLeast(OUT_OF_SYNC, "fit of mouth and speech", score, outOfSync);
    }

    FrameTest onlyHere(double found) {
        return FrameTest.atLeast(MARGIN, "margin over the same mouth begun elsewhere", found, margin);
    }

    FrameTest inSync(double score) {
        return FrameTest.atLeast(SYNC, "fit of mouth and speech", score, sync);
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
        all.put(OUT_OF_SYNC, Double.toString(outOfSync));
        all.put("sync.seconds", Double.toString(syncSeconds));
        all.put("sync.pauses", Double.toString(pauses));
        all.put("sync.correct", Boolean.toString(correct));
        return all;
    }
}
