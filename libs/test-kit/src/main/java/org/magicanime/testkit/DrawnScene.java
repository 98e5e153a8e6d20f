package org.magicanime.testkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Random;

/// Pictures of a drawn film: backgrounds in differing colours, and a figure that walks and waves.
final class DrawnScene {
    private static final Color[][] SKY_AND_GROUND = {
        {new Color(150, 200, 250), new Color(80, 160, 70)},
        {new Color(250, 170, 90), new Color(60, 80, 150)},
        {new Color(40, 30, 60), new Color(40, 30, 60)},
        {new Color(230, 230, 220), new Color(150, 110, 80)},
        {new Color(60, 70, 110), new Color(30, 90, 60)}
    };
    private static final int TITLE = 2;

    private DrawnScene() {}

    static void draw(Graphics2D graphics, int scene, double seconds, int width, int height) {
        Color sky = SKY_AND_GROUND[scene % SKY_AND_GROUND.length][0];
        Color ground = SKY_AND_GROUND[scene % SKY_AND_GROUND.length][1];
        graphics.setPaint(new GradientPaint(0, 0, sky, 0, height * 0.7f, sky.brighter()));
        graphics.fillRect(0, 0, width, height);
        if (scene == TITLE) {
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SERIF, Font.BOLD, height / 8));
            graphics.drawString("A Drawn Film", width / 5, height / 2);
            return;
        }
        graphics.setColor(ground);
        graphics.fillRect(0, (int) (height * 0.7), width, height);
        hills(graphics, scene, seconds, width, height);
        figure(graphics, scene, seconds, width, height);
    }

    /// The camera pans: nearer hills move faster.
    private static void hills(Graphics2D graphics, int scene, double seconds, int width, int height) {
        Random random = new Random(scene);
        for (int i = 0; i < 9; i++) {
            double size = height * (0.15 + 0.25 * random.nextDouble());
            double x = random.nextDouble() * width * 1.4 - seconds * 14 * (1 + i % 3);
            x = Math.floorMod((long) x, (long) (width * 1.4)) - size;
            graphics.setColor(new Color(random.nextInt(200), 90 + random.nextInt(120), random.nextInt(160)));
            graphics.fill(new Ellipse2D.Double(x, height * 0.72 - size / 2, size * 1.6, size));
        }
    }

    private static void figure(Graphics2D graphics, int scene, double seconds, int width, int height) {
        double unit = height / (scene == 4 ? 4.0 : 9.0);
        double x = width * (0.3 + 0.08 * Math.sin(seconds * 1.3 + scene));
        double ground = height * (scene == 4 ? 1.25 : 0.9);
        double swing = Math.sin(seconds * 6);
        graphics.setStroke(new BasicStroke((float) (unit / 4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(new Color(40, 40, 90));
        double hip = ground - 2 * unit;
        double shoulder = hip - 1.7 * unit;
        graphics.draw(new Line2D.Double(x, hip, x + swing * unit * 0.7, ground));
        graphics.draw(new Line2D.Double(x, hip, x - swing * unit * 0.7, ground));
        graphics.setColor(new Color(200, 60, 60));
        graphics.draw(new Line2D.Double(x, shoulder, x, hip));
        graphics.draw(new Line2D.Double(x, shoulder, x + unit, shoulder - unit * (0.6 + 0.4 * swing)));
        graphics.draw(new Line2D.Double(x, shoulder, x - unit, shoulder + unit * 0.8));
        graphics.setColor(new Color(250, 215, 180));
        double head = unit * 1.3;
        graphics.fill(new Ellipse2D.Double(x - head / 2, shoulder - head * 1.1, head, head));
        graphics.setColor(Color.BLACK);
        graphics.fill(new Ellipse2D.Double(x - head * 0.2, shoulder - head * 0.75, head / 8, head / 6));
        graphics.fill(new Ellipse2D.Double(x + head * 0.1, shoulder - head * 0.75, head / 8, head / 6));
        double mouth = head * (0.05 + 0.1 * Math.pow(Math.sin(Math.PI * 4 * seconds), 2));
        graphics.fill(new Ellipse2D.Double(x - head * 0.1, shoulder - head * 0.42, head * 0.2, mouth));
    }
}
