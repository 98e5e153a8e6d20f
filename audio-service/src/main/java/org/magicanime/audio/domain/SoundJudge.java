package org.magicanime.audio.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.magicanime.audio.domain.SoundRules.Step;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.contracts.Measure;
import org.magicanime.judging.FrameTest;
import org.magicanime.judging.Missed;

/// Judges the sound of one face clip: test by test, until one is missed. Speech is looked for in the
/// sound as it is, since what cleaning leaves of music looks like speech; mouths are held against the
/// cleaned sound.
public final class SoundJudge {
    private static final int SPEECH_RATE = SpeechSeries.RATE;
    private static final int CLEANING_RATE = SpeechModels.CLEANING_RATE;
    private static final int WINDOW = SpeechModels.WINDOW;
    private static final double SPEECH_LEVEL = -26;
    private static final double SPOKEN = 0.5;
    private static final double FULL_SCALE = 0.999;
    private static final int LEAST_CORRECTION = 2;

    private final SpeechModels models;
    private final SoundMedia media;
    private final SoundRules rules;
    private final LipSync lipSync;
    private final SpeechBank bank;

    public SoundJudge(SpeechModels models, SoundMedia media, SoundRules rules, SpeechBank bank) {
        this.models = models;
        this.media = media;
        this.rules = rules;
        this.bank = bank;
        this.lipSync = new LipSync(bank);
    }

    /// @param sound of the face clip
    /// @param mouth in each of its frames
    /// @param times of them, see {@link SoundMedia#times}
    public SoundVerdict judge(String faceId, FilmSound sound, MouthSeries mouth, double[] times) {
        return new Case(faceId, sound, mouth, times).judge();
    }

    /// One face clip on its way through the tests.
    private final class Case {
        private final String faceId;
        private final FilmSound given;
        private final MouthSeries mouth;
        private final double[] times;
        private final double seconds;
        private final List<Measure> passed = new ArrayList<>();
        private double level = Level.SILENCE;
        private double offset;
        private double clipped;
        private @Nullable Double speechLevel;
        private @Nullable Double speechShare;
        private @Nullable Double snr;
        private @Nullable Cleaning cleaning;
        private @Nullable Double voicedSeconds;
        private @Nullable Double sameSpeaker;
        private @Nullable Double mouthCertain;
        private @Nullable SyncScore score;
        private @Nullable Double loudness;
        private @Nullable Double gain;
        private @Nullable SeparatedBy separation;

        Case(String faceId, FilmSound given, MouthSeries mouth, double[] times) {
            this.faceId = faceId;
            this.given = given;
            this.mouth = mouth;
            this.times = times;
            this.seconds = times[times.length - 1];
        }

        SoundVerdict judge() {
            Missed missed = missed(rules.length(given.seconds()), SoundReason.NO_AUDIO);
            if (missed != null) {
                return rejected(missed);
            }
            FilmSound whole = given.lasting(seconds);
            float[] centred = Level.withoutOffset(whole.samples());
            level = Level.decibels(Level.loudest(centred, whole.rate() / 2));
            offset = mean(whole.samples());
            clipped = share(whole.samples());
            missed = missed(rules.level(level), SoundReason.SILENT);
            if (missed != null) {
                return rejected(missed);
            }
            float[] forSpeech = media.resample(centred, whole.rate(), SPEECH_RATE);
            double firstGain = Level.factor(SPEECH_LEVEL) / Level.active(forSpeech, WINDOW);
            float[] voice = models.voice(Level.scaled(forSpeech, firstGain));
            speechShare = spokenShare(voice);
            missed = missed(rules.speech(speechShare), SoundReason.NO_SPEECH);
            if (missed != null) {
                return rejected(missed);
            }
            double spoken = effectiveWhere(forSpeech, voice);
            speechLevel = Level.decibels(spoken);
            double gain = Level.factor(SPEECH_LEVEL) / spoken;
            return withSpeech(whole, Level.scaled(centred, gain), voice, gain);
        }

        /// @param centred at the sound's own rate, speech at the level that models expect
        private SoundVerdict withSpeech(FilmSound whole, float[] centred, float[] voice, double gain) {
            float[] noisy = separated(whole, media.resample(centred, whole.rate(), CLEANING_RATE), voice, gain);
            float[] clean = models.clean(noisy);
            double ratio = ratio(noisy, clean, voice);
            snr = ratio;
            Missed missed = missed(rules.noise(ratio), SoundReason.TOO_NOISY);
            if (missed != null) {
                return rejected(missed);
            }
            cleaning = rules.cleaning(ratio);
            float[] cleanForSpeech = media.resample(clean, CLEANING_RATE, SPEECH_RATE);
            float[] stillVoice = models.voice(cleanForSpeech);
            for (int i = 0; i < stillVoice.length; i++) {
                stillVoice[i] = Math.min(stillVoice[i], voice[Math.min(i, voice.length - 1)]);
            }
            // Music behind a voice is another voice for the encoder.
            float[] voiced = voiced(cleanForSpeech, stillVoice);
            voicedSeconds = (double) voiced.length / SPEECH_RATE;
            if (voicedSeconds >= Speakers.LEAST_SECONDS) {
                sameSpeaker = Speakers.leastCosine(models.speakers(voiced));
                missed = missed(rules.speaker(sameSpeaker, voicedSeconds), SoundReason.SEVERAL_SPEAKERS);
                if (missed != null) {
                    return rejected(missed);
                }
            }
            float[] original = media.resample(whole.samples(), whole.rate(), CLEANING_RATE);
            float[] speech = Level.scaled(cleaning.of(noisy, clean), 1 / gain);
            return withMouth(original, speech, cleanForSpeech, stillVoice);
        }

        /// What a separation model leaves of the sound, if there is one: its voice. That stays as loud as it was in
        /// there, which is quieter than −26 dBFS; down to −43 dBFS cleaning takes it for speech all the same.
        ///
        /// @param mixed the sound at 48 kHz with this gain
        private float[] separated(FilmSound whole, float[] mixed, float[] voice, double gain) {
            VoiceSeparator separator = models.separator();
            if (separator == null) {
                return mixed;
            }
            float[][] sides = new float[2][];
            for (int side = 0; side < sides.length; side++) {
                float[] centred = Level.withoutOffset(whole.sides()[side]);
                sides[side] = media.resample(Level.scaled(centred, gain), whole.rate(), VoiceSeparator.RATE);
            }
            float[][] voices = separator.voice(sides);
            float[] away = new float[voices[0].length];
            for (int i = 0; i < away.length; i++) {
                away[i] = (sides[0][i] + sides[1][i] - voices[0][i] - voices[1][i]) / 2;
            }
            // Taking away, rather than keeping, leaves what the lower rate cannot hold as it was.
            away = Arrays.copyOf(media.resample(away, VoiceSeparator.RATE, CLEANING_RATE), mixed.length);
            float[] left = new float[mixed.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = mixed[i] - away[i];
            }
            separation = new SeparatedBy(separator.model(), separator.sha256(), ratio(mixed, left, voice));
            return left;
        }

        /// @param cleanForSpeech cleaned as strongly as possible, at 16 kHz
        /// @param voice in the sound as it is and in the cleaned one, whichever is less
        private SoundVerdict withMouth(float[] original, float[] speech, float[] cleanForSpeech, float[] voice) {
            SpeechSeries series = SpeechSeries.of(cleanForSpeech, voice);
            double[] opening = mouth.resampled(times, series.frames());
            SyncScore fit = score(opening, series);
            score = fit;
            mouthCertain = mouth.certain();
            Missed missed = missed(rules.mouthIsCertain(mouthCertain), SoundReason.UNDECIDED);
            Iterator<Step> steps =
                    rules.sync(fit, seconds, series.spokenShare()).iterator();
            while (missed == null && steps.hasNext()) {
                Step step = steps.next();
                missed = missed(step.test(), step.reason());
            }
            if (missed != null && missed.reason() != SoundReason.UNDECIDED) {
                return rejected(missed);
            }
            int corrected = missed == null ? correction(fit) : 0;
            loudness = Loudness.of(speech);
            gain = rules.gain(loudness, Level.peak(speech));
            double factor = Level.factor(gain);
            float[] background = new float[original.length];
            for (int i = 0; i < background.length; i++) {
                background[i] = (float) (factor * (original[i] - speech[i]));
            }
            SyncSeries sync = new SyncSeries(
                    faceId, SpeechSeries.PER_SECOND, opening, series.loudness(), series.voice(), fit, corrected);
            return new SoundVerdict(
                    missed,
                    passed,
                    quality(),
                    new Made(later(Level.scaled(speech, factor), corrected), later(background, corrected), sync));
        }

        /// Of a clip that is too long for the bank: the part that fits worst.
        private SyncScore score(double[] opening, SpeechSeries series) {
            int parts = (series.frames() + bank.longest() - 1) / bank.longest();
            SyncScore worst = null;
            for (int i = 0; i < parts; i++) {
                int first = i * series.frames() / parts;
                int end = (i + 1) * series.frames() / parts;
                SyncScore each = lipSync.score(Arrays.copyOfRange(opening, first, end), series.cut(first, end));
                if (worst == null || each.score() < worst.score()) {
                    worst = each;
                }
            }
            return Objects.requireNonNull(worst);
        }

        private int correction(SyncScore fit) {
            boolean certain = rules.correct() && seconds >= rules.syncSeconds() && fit.isOfLoudness();
            return certain && Math.abs(fit.lag()) >= LEAST_CORRECTION ? fit.lag() : 0;
        }

        private @Nullable Missed missed(FrameTest test, SoundReason reason) {
            if (test.passes()) {
                passed.add(test.measure());
                return null;
            }
            return test.missed(reason);
        }

        private SoundVerdict rejected(Missed missed) {
            return new SoundVerdict(missed, passed, quality(), null);
        }

        private SoundQuality quality() {
            return new SoundQuality(
                    faceId,
                    seconds,
                    given.rate(),
                    given.channels(),
                    level,
                    offset,
                    clipped,
                    speechLevel,
                    speechShare,
                    snr,
                    cleaning,
                    voicedSeconds,
                    sameSpeaker,
                    mouthCertain,
                    score,
                    loudness,
                    gain,
                    separation);
        }
    }

    private static double spokenShare(float[] voice) {
        int spoken = 0;
        for (float each : voice) {
            spoken += each > SPOKEN ? 1 : 0;
        }
        return (double) spoken / voice.length;
    }

    private static double effectiveWhere(float[] samples, float[] voice) {
        double sum = 0;
        int windows = 0;
        for (int i = 0; i < voice.length; i++) {
            if (voice[i] > SPOKEN) {
                double effective = Level.effective(samples, i * WINDOW, (i + 1) * WINDOW);
                sum += effective * effective;
                windows++;
            }
        }
        return Math.sqrt(sum / windows);
    }

    /// Decibels of what was left to what was taken away, where somebody speaks.
    private static double ratio(float[] noisy, float[] clean, float[] voice) {
        int window = WINDOW * CLEANING_RATE / SPEECH_RATE;
        double left = 0;
        double taken = 0;
        for (int i = 0; i < voice.length; i++) {
            if (voice[i] > SPOKEN) {
                for (int at = i * window; at < Math.min((i + 1) * window, noisy.length); at++) {
                    double away = noisy[at] - clean[at];
                    left += (double) clean[at] * clean[at];
                    taken += away * away;
                }
            }
        }
        return 10 * Math.log10((left + 1e-12) / (taken + 1e-12));
    }

    /// Windows in which somebody speaks, and their neighbours, put together.
    private static float[] voiced(float[] samples, float[] voice) {
        float[] voiced = new float[samples.length];
        int count = 0;
        for (int i = 0; i < voice.length; i++) {
            boolean near = voice[i] > SPOKEN
                    || (i > 0 && voice[i - 1] > SPOKEN)
                    || (i + 1 < voice.length && voice[i + 1] > SPOKEN);
            for (int at = i * WINDOW; near && at < Math.min((i + 1) * WINDOW, samples.length); at++) {
                voiced[count++] = samples[at];
            }
        }
        return Arrays.copyOf(voiced, count);
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    private static double share(float[] samples) {
        int full = 0;
        for (float sample : samples) {
            full += Math.abs(sample) >= FULL_SCALE ? 1 : 0;
        }
        return (double) full / samples.length;
    }

    /// With silence where the sound would come from beyond the clip.
    private static float[] later(float[] samples, int frames) {
        int shift = Math.toIntExact(Math.round((double) frames * CLEANING_RATE / SpeechSeries.PER_SECOND));
        if (shift == 0) {
            return samples;
        }
        float[] moved = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int from = i - shift;
            moved[i] = from >= 0 && from < samples.length ? samples[from] : 0;
        }
        return moved;
    }
}
