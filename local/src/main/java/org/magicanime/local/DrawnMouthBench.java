package org.magicanime.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.magicanime.audio.domain.FilmSound;
import org.magicanime.audio.domain.MouthSeries;
import org.magicanime.audio.domain.SoundJudge;
import org.magicanime.audio.domain.SoundRules;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// What becomes of drawn faces, three to eight seconds of talk each, whose mouths do not belong to what is heard.
/// Mouths are those that were drawn, with the noise of landmarks. No rule was chosen on these seeds.
final class DrawnMouthBench {
    private static final int RATE = 48_000;
    private static final int FRAMES_PER_SECOND = 24;
    private static final int SPARE = 48;
    private static final int LATER = 240;
    private static final double NOISE = 0.012;
    private static final long SEED = 5000;

    /// What a mouth does.
    private enum Mouth {
        TALKS,
        SAYS_OTHER_WORDS,
        /// By 0.75 to 1.5 s, early or late.
        IS_SHIFTED,
        STAYS_SHUT,
        /// With up to two smiles or gasps.
        LISTENS
    }

    private final int clips;
    private final Random random = new Random(SEED);
    private final SoundJudge judge;

    /// @param clips with wrong mouths
    DrawnMouthBench(int clips, SpeechModels models) {
        this.clips = clips;
        this.judge = new SoundJudge(models, new AvSoundMedia(), SoundRules.DEFAULT, SpeechBank.ofProject());
    }

    void run(PrintStream out) {
        Map<Mouth, Map<String, Integer>> outcomes = new EnumMap<>(Mouth.class);
        Mouth[] kinds = Mouth.values();
        for (int i = 0; i < clips; i++) {
            outcomes.computeIfAbsent(kinds[1 + i % (kinds.length - 1)], kind -> new TreeMap<>())
                    .merge(outcome(kinds[1 + i % (kinds.length - 1)]), 1, Integer::sum);
            if (i % (kinds.length - 1) == 0) {
                outcomes.computeIfAbsent(Mouth.TALKS, kind -> new TreeMap<>())
                        .merge(outcome(Mouth.TALKS), 1, Integer::sum);
            }
        }
        out.printf("drawn clips of 3 to 8 s, %d of them with wrong mouths%n", clips);
        outcomes.forEach((mouth, counts) ->
                out.printf("%-17s %s%n", mouth.name().toLowerCase(Locale.ROOT).replace('_', ' '), counts));
    }

    private String outcome(Mouth kind) {
        int frames = (3 + random.nextInt(6)) * FRAMES_PER_SECOND;
        double pitch = 100 + 200 * random.nextDouble();
        Cartoon talk = talk(frames + 2 * SPARE, pitch);
        double[] drawn = mouth(talk);
        double[] opening =
                switch (kind) {
                    case TALKS -> Arrays.copyOfRange(drawn, SPARE, SPARE + frames);
                    case SAYS_OTHER_WORDS -> {
                        // All drawn talk begins at the same time: begun elsewhere, pauses are others', too.
                        int first = SPARE + random.nextInt(LATER);
                        double[] other = mouth(talk(first + frames, pitch));
                        yield Arrays.copyOfRange(other, first, first + frames);
                    }
                    case IS_SHIFTED -> {
                        int by = (18 + random.nextInt(19)) * (random.nextBoolean() ? 1 : -1);
                        yield Arrays.copyOfRange(drawn, SPARE + by, SPARE + by + frames);
                    }
                    case STAYS_SHUT -> new double[frames];
                    case LISTENS -> listens(frames);
                };
        List<MouthSeries.Frame> measured = new ArrayList<>();
        for (double each : opening) {
            measured.add(new MouthSeries.Frame(each + NOISE * random.nextGaussian(), true));
        }
        double[] times = new double[frames + 1];
        Arrays.setAll(times, i -> (double) i / FRAMES_PER_SECOND);
        return judge.judge(
                        "drawn", new FilmSound(RATE, 1, sound(talk, SPARE, frames)), new MouthSeries(measured), times)
                .code();
    }

    private double[] listens(int frames) {
        double[] opening = new double[frames];
        int reactions = random.nextInt(3);
        for (int i = 0; i < reactions; i++) {
            int from = random.nextInt(frames);
            Arrays.fill(
                    opening, from, Math.min(frames, from + 8 + random.nextInt(17)), 0.1 + 0.2 * random.nextDouble());
        }
        return opening;
    }

    private Cartoon talk(int frames, double pitch) {
        Scene scene = Scene.of(
                        frames,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.mediumShot(
                                Figure.anime("Anna", Colours.blue()), Voice.of(pitch, random.nextInt(1_000_000))))
                .sounding(0, 0);
        return new Cartoon(List.of(scene), 64, 64, FRAMES_PER_SECOND);
    }

    private static double[] mouth(Cartoon cartoon) {
        double[] opening = new double[Math.toIntExact(cartoon.frames())];
        Arrays.setAll(opening, t -> cartoon.truth(t).characters().getFirst().mouthOpening());
        return opening;
    }

    private static float[] sound(Cartoon cartoon, int first, int frames) {
        int perFrame = RATE / FRAMES_PER_SECOND;
        float[] samples = new float[frames * perFrame];
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(cartoon.sound(first + frame, RATE), 0, samples, frame * perFrame, perFrame);
        }
        return samples;
    }
}
