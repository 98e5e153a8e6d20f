package org.magicanime.segment.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.segment.domain.ShotNetwork;

/// TransNet V2 (Souček and Lokoč 2020), its head for single frames. It looks at 100 frames at a time, of whose
/// scores the 50 in the middle count; before the first and after the last frame of a film these stand still.
public final class OnnxShotNetwork implements ShotNetwork, AutoCloseable {
    /// Its name in the catalogue.
    public static final String MODEL = "transnetv2";

    private static final int WINDOW = 100;
    private static final int STEP = 50;
    /// Frames of a window to each side of those that count.
    private static final int SIDE = (WINDOW - STEP) / 2;

    private static final int PICTURE = WIDTH * HEIGHT * 3;

    private final Model model;

    /// @throws org.magicanime.inference.ModelMissingException if its file is not there
    public OnnxShotNetwork(Models models) {
        this(models.open(MODEL));
    }

    OnnxShotNetwork(Model model) {
        this.model = model;
    }

    @Override
    public String sha256() {
        return model.entry().sha256();
    }

    @Override
    public Scoring begin() {
        return new Windows();
    }

    @Override
    public void close() {
        model.close();
    }

    /// Keeps the pictures of one window, and four bytes of each frame before.
    private final class Windows implements Scoring {
        private final byte[] window = new byte[WINDOW * PICTURE];
        private final byte[] last = new byte[PICTURE];
        /// Pictures in the window.
        private int filled;
        private int frames;
        private int scored;
        private float[] scores = new float[1024];

        @Override
        public void add(byte[] rgb) {
            if (rgb.length % PICTURE != 0) {
                throw new IllegalArgumentException(
                        rgb.length + " bytes are no whole pictures of " + WIDTH + "x" + HEIGHT);
            }
            for (int at = 0; at < rgb.length; at += PICTURE) {
                for (int i = frames == 0 ? SIDE : 0; i > 0; i--) {
                    push(rgb, at);
                }
                push(rgb, at);
                System.arraycopy(rgb, at, last, 0, PICTURE);
                frames++;
            }
        }

        @Override
        public float[] finish() {
            while (scored < frames) {
                push(last, 0);
            }
            return Arrays.copyOf(scores, frames);
        }

        private void push(byte[] from, int at) {
            System.arraycopy(from, at, window, filled * PICTURE, PICTURE);
            filled++;
            if (filled == WINDOW) {
                score();
                System.arraycopy(window, STEP * PICTURE, window, 0, (WINDOW - STEP) * PICTURE);
                filled = WINDOW - STEP;
            }
        }

        private void score() {
            synchronized (model) {
                fill();
                model.run();
                read(model.output("single"));
            }
        }

        private void fill() {
            FloatBuffer input = model.input("frames");
            for (int i = 0; i < window.length; i++) {
                input.put(i, window[i] & 0xff);
            }
        }

        private void read(FloatBuffer logits) {
            if (scored + STEP > scores.length) {
                scores = Arrays.copyOf(scores, 2 * scores.length);
            }
            for (int i = 0; i < STEP; i++) {
                scores[scored++] = (float) (1 / (1 + Math.exp(-logits.get(SIDE + i))));
            }
        }
    }
}
