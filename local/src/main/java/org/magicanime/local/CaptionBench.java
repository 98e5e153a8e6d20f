package org.magicanime.local;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.caption.domain.look.CharacterPlace;
import org.magicanime.caption.domain.look.GeneralFacts;
import org.magicanime.caption.domain.look.Look;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.caption.domain.motion.MotionFacts;
import org.magicanime.caption.domain.motion.MotionRules;
import org.magicanime.caption.domain.text.GeneralWriter;
import org.magicanime.caption.domain.text.MotionWriter;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.inference.picture.Picture;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.drawn.RandomScenes;

/// Captions drawn motions of five seconds on one core, from key points and small pictures that are in memory already.
final class CaptionBench {
    private static final int MOTIONS = 18;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int RATE = 24;
    private static final int FRAMES = 120;
    private static final int REPEATS = 20;
    private static final String VIDEO = "0".repeat(16);
    private static final String HASH = "0".repeat(16);

    private final int rounds;
    private final MotionFacts motions = new MotionFacts(MotionRules.DEFAULT);

    CaptionBench(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds " + rounds + ": there is no round to measure");
        }
        this.rounds = rounds;
    }

    void run(PrintStream out) {
        List<KeypointSeries> series = new ArrayList<>();
        for (int seed = 0; seed < MOTIONS; seed++) {
            Cartoon cartoon = new Cartoon(List.of(RandomScenes.of(seed, FRAMES)), WIDTH, HEIGHT, RATE);
            series.add(new KeypointSeries(new FrameSpan(0, FRAMES), RATE, DrawnKeypoints.of(cartoon)));
        }
        Cartoon shown = new Cartoon(List.of(RandomScenes.of(1, FRAMES)), WIDTH / 4, HEIGHT / 4, RATE);
        double[] motion = new double[rounds];
        double[] look = new double[rounds];
        try (DrawnPictures pictures = new DrawnPictures(shown)) {
            motions(series);
            look(pictures, series.getFirst());
            for (int round = 0; round < rounds; round++) {
                motion[round] = perSecond(REPEATS * MOTIONS, () -> motions(series));
                look[round] = perSecond(REPEATS, () -> looks(pictures, series.getFirst()));
            }
        }
        out.printf("medians of %d rounds, spans and clips of %d frames, processor time of one core%n", rounds, FRAMES);
        out.printf("motion facts and caption          %.0f items/s%n", BenchCommand.median(motion));
        out.printf(
                "general facts and caption         %.0f items/s, of pictures that are decoded already%n",
                BenchCommand.median(look));
    }

    private int motions(List<KeypointSeries> series) {
        int characters = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (KeypointSeries each : series) {
                characters += MotionWriter.write(motions.of(each), each.frames(), "item " + repeat)
                        .text()
                        .length();
            }
        }
        return characters;
    }

    private static int looks(ClipPictures pictures, KeypointSeries series) {
        int characters = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            characters += look(pictures, series);
        }
        return characters;
    }

    private static int look(ClipPictures pictures, KeypointSeries series) {
        FrameSpan span = series.frames();
        List<CharacterPlace> places = List.of(CharacterPlace.of(series, WIDTH, HEIGHT));
        Look look = Look.of(pictures, span, RATE, places);
        return GeneralWriter.write(GeneralFacts.of(clip(span), look, places, List.of()))
                .text()
                .length();
    }

    private static ClipPosed clip(FrameSpan span) {
        return new ClipPosed(
                VIDEO,
                ClipId.of(VIDEO, span),
                span,
                WIDTH,
                HEIGHT,
                new Rational(RATE, 1),
                new Labels(Style.JAPAN, "bench", null, null),
                HASH,
                HASH,
                Map.of(),
                null,
                null,
                null,
                List.of(),
                0,
                new ArtifactRef("artifacts", "clips/none", "0".repeat(64), 0, "application/json"));
    }

    /// Of this thread's time on a processor, whatever else runs there.
    private static double perSecond(int items, Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return items / ((threads.getCurrentThreadCpuTime() - began) / 1e9);
    }

    /// Drawn pictures in memory.
    private static final class DrawnPictures implements ClipPictures {
        private final List<Picture> pictures = new ArrayList<>();

        DrawnPictures(Cartoon cartoon) {
            for (long frame = 0; frame < cartoon.frames(); frame++) {
                int[] argb = cartoon.picture(frame)
                        .getRGB(0, 0, cartoon.width(), cartoon.height(), null, 0, cartoon.width());
                byte[] rgb = new byte[argb.length * Picture.CHANNELS];
                for (int i = 0; i < argb.length; i++) {
                    rgb[3 * i] = (byte) (argb[i] >> 16);
                    rgb[3 * i + 1] = (byte) (argb[i] >> 8);
                    rgb[3 * i + 2] = (byte) argb[i];
                }
                pictures.add(new Picture(cartoon.width(), cartoon.height(), rgb));
            }
        }

        @Override
        public int frames() {
            return pictures.size();
        }

        @Override
        public double scale() {
            return 4;
        }

        @Override
        public Picture picture(int frame) {
            return pictures.get(frame);
        }

        @Override
        public void close() {
            // Memory goes by itself.
        }
    }
}
