package org.magicanime.drawing.random;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.magicanime.drawing.KnownPoint;

/// Many drawn pictures on one, for people to look at.
public final class ContactSheet {
    private static final int[][] BONES = {
        {5, 6}, {5, 11}, {6, 12}, {11, 12}, {5, 7}, {7, 9}, {6, 8}, {8, 10}, {11, 13}, {13, 15}, {12, 14}, {14, 16}
    };
    private static final Color LEFT = new Color(255, 60, 60);
    private static final Color RIGHT = new Color(60, 220, 60);
    private static final Color SEEN = new Color(255, 235, 40);
    private static final Color HIDDEN = new Color(230, 60, 230);

    private final int columns;
    private final int cell;
    private final boolean withTruth;
    private final BufferedImage sheet;
    private int next;

    /// @param cell pixels of one picture's sides
    /// @param withTruth whether joints, landmarks and boxes are drawn over the pictures: yellow ones are seen,
    ///     purple ones hidden; limbs of the character's left are red
    public ContactSheet(int pictures, int columns, int cell, boolean withTruth) {
        this.columns = columns;
        this.cell = cell;
        this.withTruth = withTruth;
        int rows = (pictures + columns - 1) / columns;
        sheet = new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_INT_RGB);
    }

    public void add(DrawnPicture picture) {
        int size = picture.size();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size, size, picture.pixels(), 0, size);
        Graphics2D graphics = sheet.createGraphics();
        graphics.translate(next % columns * cell, next / columns * cell);
        graphics.setClip(0, 0, cell, cell);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.drawImage(image, 0, 0, cell, cell, null);
        if (withTruth && picture.truth().present()) {
            truth(graphics, picture.truth(), (double) cell / size);
        }
        graphics.dispose();
        next++;
    }

    private static void truth(Graphics2D graphics, DrawnPicture.PictureTruth truth, double scale) {
        List<KnownPoint> points = truth.points();
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Color.WHITE);
        Frame box = truth.box();
        graphics.drawRect((int) (box.left() * scale), (int) (box.top() * scale), (int) (box.width() * scale), (int)
                (box.height() * scale));
        for (int[] bone : BONES) {
            KnownPoint from = points.get(bone[0]);
            KnownPoint to = points.get(bone[1]);
            graphics.setColor(bone[1] % 2 == 1 ? LEFT : RIGHT);
            graphics.draw(new Line2D.Double(scale * from.x(), scale * from.y(), scale * to.x(), scale * to.y()));
        }
        for (int i = 0; i < points.size(); i++) {
            KnownPoint point = points.get(i);
            if (point.visibility() != KnownPoint.ABSENT && (i < 91 || point.visible())) {
                double radius = i < 23 ? 2 : 0.8;
                graphics.setColor(point.visible() ? SEEN : HIDDEN);
                graphics.fill(new Ellipse2D.Double(
                        scale * point.x() - radius, scale * point.y() - radius, 2 * radius, 2 * radius));
            }
        }
    }

    public BufferedImage image() {
        return sheet;
    }
}
