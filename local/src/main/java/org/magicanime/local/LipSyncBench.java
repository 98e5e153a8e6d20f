package org.magicanime.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.magicanime.audio.domain.LipSync;
import org.magicanime.audio.domain.SoundReason;
import org.magicanime.audio.domain.SoundRules;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechSeries;
import org.magicanime.audio.domain.SyncScore;
import org.magicanime.audio.model.SileroVad;
import org.magicanime.inference.Models;
import org.magicanime.testkit.mouth.MouthKind;
import org.magicanime.testkit.mouth.SimulatedMouths;
import org.magicanime.testkit.mouth.SimulatedMouths.Trial;
import org.magicanime.testkit.mouth.SpokenTrack;
import org.magicanime.video.sound.Resampling;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;

/// How often the rules of lip sync are right on simulated mouths, over recordings of people.
final class LipSyncBench {
    private static final int RATE = SileroVad.RATE;
    private static final double EFFECTIVE = 0.05;
    private static final int TRACKS = 4;
    private static final long SEED = 5000;
    private static final int PLAIN_LAG = 12;
    private static final double PLAIN_ACCEPTED = 1.6;
    private static final double PLAIN_REJECTED = 0.8;
    private static final double[] LENGTHS = {1.5, 3, 5, 8};

    private final int clips;
    private final Models models;

    /// @param clips simulated for each length and kind of mouth
    LipSyncBench(int clips, Models models) {
        if (clips < 1) {
            throw new IllegalArgumentException("--clips " + clips + ": there is nothing to measure");
        }
        this.clips = clips;
        this.models = models;
    }

    /// @param recordings WAV, MP3 or FLAC, each with one person who speaks
    /// @param ofBank as long as it is not empty, the bank is made of these and not the project's
    void run(List<Path> recordings, List<Path> ofBank, PrintStream out) {
        Random random = new Random(SEED);
        try (SileroVad vad = new SileroVad(models)) {
            SpeechBank bank = ofBank.isEmpty() ? SpeechBank.ofProject() : bank(ofBank, vad, random);
            List<SpokenTrack> tracks = new ArrayList<>();
            for (int i = 0; i < TRACKS; i++) {
                float[] samples = joined(recordings, random);
                SpeechSeries series = SpeechSeries.of(samples, vad.probabilities(samples));
                tracks.add(SpokenTrack.of(samples, series.loudness(), series.voice()));
            }
            out.printf(
                    "%d clips of each kind and length, over %d recordings of %.0f s%n",
                    clips, recordings.size(), tracks.getFirst().loudness().length / 24.0);
            out.printf(
                    "%-13s %8s   accepted undecided rejected   score alone, lags of 12 frames: >= 1.6, < 0.8, lag right%n",
                    "mouth", "seconds");
            LipSync ours = new LipSync(bank);
            LipSync plain = new LipSync(bank, -PLAIN_LAG, PLAIN_LAG);
            SimulatedMouths mouths = new SimulatedMouths(tracks, SEED);
            for (double seconds : LENGTHS) {
                for (MouthKind kind : MouthKind.values()) {
                    Rates rates = new Rates(clips);
                    for (int i = 0; i < clips; i++) {
                        Trial trial = mouths.draw(kind, (int) Math.round(seconds * SimulatedMouths.PER_SECOND));
                        SpeechSeries speech = new SpeechSeries(trial.loudness(), trial.voice());
                        rates.add(ours.score(trial.mouth(), speech), seconds, speech.spokenShare());
                        rates.addPlain(plain.score(trial.mouth(), speech), trial.lag());
                    }
                    out.printf("%-13s %8.1f   %s%n", name(kind), seconds, rates);
                }
            }
        }
    }

    /// What became of the mouths of one kind and length.
    private static final class Rates {
        private final int clips;
        private int accepted;
        private int undecided;
        private int plainAccepted;
        private int plainRejected;
        private int lagRight;

        Rates(int clips) {
            this.clips = clips;
        }

        void add(SyncScore score, double seconds, double spokenShare) {
            Optional<SoundReason> missed = SoundRules.DEFAULT.missedSync(score, seconds, spokenShare);
            accepted += missed.isEmpty() ? 1 : 0;
            undecided +=
                    missed.filter(reason -> reason == SoundReason.UNDECIDED).isPresent() ? 1 : 0;
        }

        void addPlain(SyncScore score, int lag) {
            boolean moves = score.range() >= SoundRules.DEFAULT.mouthRange();
            plainAccepted += moves && score.score() >= PLAIN_ACCEPTED ? 1 : 0;
            plainRejected += !moves || score.score() < PLAIN_REJECTED ? 1 : 0;
            lagRight += Math.abs(score.lag() - lag) <= 1 ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%8.3f %9.3f %8.3f   %.3f %.3f %.3f",
                    (double) accepted / clips,
                    (double) undecided / clips,
                    (double) (clips - accepted - undecided) / clips,
                    (double) plainAccepted / clips,
                    (double) plainRejected / clips,
                    (double) lagRight / clips);
        }
    }

    private static String name(MouthKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static SpeechBank bank(List<Path> recordings, SileroVad vad, Random random) {
        float[] once = joined(recordings, random);
        float[] again = joined(recordings, random);
        float[] samples = Arrays.copyOf(once, once.length + again.length);
        System.arraycopy(again, 0, samples, once.length, again.length);
        return new SpeechBank(SpeechSeries.of(samples, vad.probabilities(samples)));
    }

    /// In any order, equally loud, with pauses of 0.1 to 0.8 s.
    private static float[] joined(List<Path> recordings, Random random) {
        List<Path> order = new ArrayList<>(recordings);
        Collections.shuffle(order, random);
        List<float[]> parts = new ArrayList<>();
        for (Path file : order) {
            Sound sound = SoundFile.read(file);
            parts.add(equallyLoud(Resampling.of(sound.samples(), sound.rate(), RATE)));
            parts.add(new float[(int) ((0.1 + 0.7 * random.nextDouble()) * RATE)]);
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static float[] equallyLoud(float[] samples) {
        double sum = 1e-12;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        double factor = EFFECTIVE / Math.sqrt(sum / samples.length);
        float[] scaled = new float[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * samples[i]);
        }
        return scaled;
    }

    /// Sound files of a folder, by name.
    static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().matches(".*\\.(wav|mp3|flac)"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no WAV, MP3 or FLAC in " + folder
                        + ": name a folder with recordings of people who speak");
            }
            return found;
        }
    }
}
