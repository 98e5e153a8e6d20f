package org.magicanime.testkit.shots;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.magicanime.contracts.FrameSpan;

/// What is done to the pictures of a trial besides what is in its scenes. Between cuts: nothing happens in the
/// first and last frames of a shot.
final class ShotEffects {
    private static final int WIDTH = ShotTrial.WIDTH;
    private static final int HEIGHT = ShotTrial.HEIGHT;
    /// Frames at both ends of a shot without effects.
    private static final int MARGIN = 9;

    private final Difficulty difficulty;
    private final long seed;
    /// One in each shot.
    private final List<FrameSpan> spans = new ArrayList<>();
    private final Color colour;
    private final double angle;
    private final boolean windowed;

    ShotEffects(Difficulty difficulty, Random random, List<Integer> firsts, int frames) {
        this.difficulty = difficulty;
        this.seed = random.nextLong();
        for (int i = 0; i < firsts.size(); i++) {
            int end = i + 1 < firsts.size() ? firsts.get(i + 1) : frames;
            int length = difficulty == Difficulty.FLASHES ? 1 + random.nextInt(4) : 10;
            int room = end - firsts.get(i) - 2 * MARGIN - length;
            int first = firsts.get(i) + MARGIN + random.nextInt(Math.max(1, room));
            spans.add(new FrameSpan(first, first + length));
        }
        this.colour = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        this.angle = random.nextDouble() * 2 * Math.PI;
        this.windowed = random.nextBoolean();
    }

    List<FrameSpan> flashes() {
        return difficulty == Difficulty.FLASHES ? spans : List.of();
    }

    private int index(int frame) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).first() <= frame && frame < spans.get(i).end()) {
                return i;
            }
        }
        return -1;
    }

    /// 0 to 1 within an effect.
    private double progress(int frame) {
        FrameSpan span = spans.get(index(frame));
        return (frame - span.first() + 1.0) / (span.frames() + 1.0);
    }

    void draw(BufferedImage picture, int frame) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (difficulty) {
            case FLASHES -> flash(graphics, frame);
            case STROBE -> strobe(graphics, frame);
            case SHAKE -> shake(graphics, picture, frame);
            case LETTERS -> letters(graphics, frame);
            case WINGS -> wing(graphics, frame);
            case EXPLOSIONS -> explosion(graphics, frame);
            case BARS -> bars(graphics);
            default -> {}
        }
        graphics.dispose();
    }

    private void flash(Graphics2D graphics, int frame) {
        if (index(frame) >= 0) {
            veil(graphics, Color.WHITE, 0.95);
        }
    }

    private void strobe(Graphics2D graphics, int frame) {
        if (index(frame) >= 0 && frame / 2 % 2 == 0) {
            veil(graphics, Color.BLACK, 0.75);
        }
    }

    private static void veil(Graphics2D graphics, Color with, double share) {
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) share));
        graphics.setColor(with);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void shake(Graphics2D graphics, BufferedImage picture, int frame) {
        if (index(frame) < 0) {
            return;
        }
        Random random = new Random(seed + frame);
        BufferedImage still = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        still.getRaster().setRect(picture.getRaster());
        int x = random.nextInt(25) - 12;
        int y = random.nextInt(17) - 8;
        graphics.drawImage(still, x - 12, y - 8, WIDTH + 24, HEIGHT + 16, null);
    }

    private void letters(Graphics2D graphics, int frame) {
        int effect = index(frame);
        if (effect < 0) {
            return;
        }
        Random random = new Random(seed + effect);
        boolean everywhere = effect == 2;
        graphics.setColor(effect == 1 ? Color.YELLOW : Color.WHITE);
        int rows = everywhere ? 5 : 2;
        for (int row = 0; row < rows; row++) {
            double y = everywhere ? HEIGHT * (0.12 + 0.16 * row) : HEIGHT * (0.8 + 0.08 * row);
            for (double x = 0.2 * WIDTH; x < 0.8 * WIDTH; ) {
                double letter = 3 + 5 * random.nextDouble();
                graphics.fill(new Rectangle2D.Double(x, y, letter, HEIGHT * 0.05));
                x += letter + 3;
            }
        }
    }

    /// It comes in from one side, is over most of the picture for some frames and leaves.
    private void wing(Graphics2D graphics, int frame) {
        if (index(frame) < 0) {
            return;
        }
        double place = 2.4 * (progress(frame) - 0.5) * WIDTH;
        double x = WIDTH / 2.0 + place * Math.cos(angle);
        double y = HEIGHT / 2.0 + place * Math.sin(angle);
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - 0.55 * WIDTH, y - 0.75 * HEIGHT, 1.1 * WIDTH, 1.5 * HEIGHT));
        graphics.setColor(colour.darker());
        for (int i = -3; i <= 3; i++) {
            graphics.fill(new Ellipse2D.Double(x + i * 0.13 * WIDTH, y - 0.6 * HEIGHT, 0.05 * WIDTH, 1.2 * HEIGHT));
        }
    }

    private void explosion(Graphics2D graphics, int frame) {
        if (index(frame) < 0) {
            return;
        }
        double size = Math.sin(Math.PI * progress(frame));
        for (int ring = 0; ring < 4; ring++) {
            double radius = (1 - ring * 0.2) * size * 0.75 * WIDTH;
            graphics.setColor(new Color(255, 130 + 40 * ring, Math.min(255, 80 * ring)));
            graphics.fill(new Ellipse2D.Double(WIDTH / 2.0 - radius, HEIGHT * 0.6 - radius, 2 * radius, 2 * radius));
        }
    }

    private void bars(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        int side = WIDTH / 8;
        graphics.fillRect(0, 0, side, HEIGHT);
        graphics.fillRect(WIDTH - side, 0, side, HEIGHT);
        if (windowed) {
            int above = HEIGHT / 8;
            graphics.fillRect(0, 0, WIDTH, above);
            graphics.fillRect(0, HEIGHT - above, WIDTH, above);
        }
    }

    void change(int[] pixels, int frame) {
        if (difficulty == Difficulty.BARS || difficulty == Difficulty.ALIKE) {
            for (int i = 0; i < pixels.length; i++) {
                int grey =
                        (54 * (pixels[i] >> 16 & 0xff) + 183 * (pixels[i] >> 8 & 0xff) + 19 * (pixels[i] & 0xff)) >> 8;
                pixels[i] = grey * 0x010101;
            }
        } else if (difficulty == Difficulty.NOISE) {
            Random random = new Random(seed + frame);
            for (int i = 0; i < pixels.length; i++) {
                int grain = random.nextInt(61) - 30;
                int red = Math.clamp((pixels[i] >> 16 & 0xff) + grain, 0, 255);
                int green = Math.clamp((pixels[i] >> 8 & 0xff) + grain, 0, 255);
                int blue = Math.clamp((pixels[i] & 0xff) + grain, 0, 255);
                pixels[i] = red << 16 | green << 8 | blue;
            }
        }
    }
}
