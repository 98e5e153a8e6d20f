package org.magicanime.testkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// A card with a frame and lines in the place of words: no font is needed, and nothing moves.
final class TitleCard {
    private static final Color NIGHT = new Color(40, 30, 60);
    private static final Color GOLD = new Color(226, 190, 110);
    private static final double[] WORDS = {0.05, 0.19, 0.12};

    private TitleCard() {}

    static void draw(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, NIGHT, 0, height, NIGHT.brighter()));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(GOLD);
        graphics.setStroke(new BasicStroke((float) (height * 0.012)));
        double edge = 0.08 * height;
        graphics.draw(new RoundRectangle2D.Double(
                edge, edge, width - 2 * edge, height - 2 * edge, 0.1 * height, 0.1 * height));
        double x = 0.28 * width;
        for (double word : WORDS) {
            graphics.fill(new Rectangle2D.Double(x, 0.44 * height, word * width, 0.1 * height));
            x += (word + 0.03) * width;
        }
        for (int i = -2; i <= 2; i++) {
            double dot = 0.02 * height;
            graphics.fill(new Ellipse2D.Double(width / 2.0 + i * 3 * dot - dot / 2, 0.7 * height, dot, dot));
        }
    }
}
