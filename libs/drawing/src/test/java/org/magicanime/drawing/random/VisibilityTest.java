package org.magicanime.drawing.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.drawing.KnownPoint;

/// What truth calls seen is what was painted: hands in a colour that nothing else has.
class VisibilityTest {
    private static final int SIZE = 256;
    private static final Color MARK = new Color(255, 0, 255);
    private static final int HANDS = 91;
    private static final int POINTS_OF_A_HAND = 21;

    private int seen;
    private int hidden;

    @Test
    void fingersAreSeenWhereTheirColourIs() {
        for (int seed = 0; seed < 150; seed++) {
            check(seed);
        }
        assertThat(seen).as("points that are seen").isGreaterThan(500);
        assertThat(hidden).as("points that something hides").isGreaterThan(100);
    }

    private void check(int seed) {
        Chance chance = new Chance(seed);
        Era era = Era.any(chance);
        CharacterDesign design = marked(CharacterDesign.any(era, chance));
        Skeleton placed = Placement.any(design, SIZE, chance);
        Canvas canvas = new Canvas(SIZE);
        canvas.style(new Shading(Shading.Kind.FLAT, 0, -1, 0), Color.BLACK, 0, true);
        CharacterDrawing drawing = new CharacterDrawing(canvas, design, placed);
        drawing.draw();
        List<KnownPoint> points = TruthPoints.of(drawing, design, canvas.parts(), SIZE, new Frame(0, 0, SIZE, SIZE));
        for (int i = HANDS; i < points.size(); i++) {
            // Of wrists the sleeve may be what is seen.
            if ((i - HANDS) % POINTS_OF_A_HAND < 2) {
                continue;
            }
            KnownPoint point = points.get(i);
            if (point.visible()) {
                seen++;
                assertThat(marks(canvas, point)).as("seed %d point %d", seed, i).isPositive();
            } else if (point.visibility() == KnownPoint.HIDDEN
                    && !design.clothes().wings()) {
                hidden++;
            }
        }
        canvas.close();
    }

    private static int marks(Canvas canvas, KnownPoint point) {
        int marks = 0;
        for (int y = Math.max(0, (int) point.y() - 2); y <= Math.min(SIZE - 1, (int) point.y() + 2); y++) {
            for (int x = Math.max(0, (int) point.x() - 2); x <= Math.min(SIZE - 1, (int) point.x() + 2); x++) {
                int rgb = canvas.pixels()[y * SIZE + x];
                // Edges are mixed with what is beside them.
                boolean marked = (rgb >> 16 & 255) > (rgb >> 8 & 255) + 40 && (rgb & 255) > (rgb >> 8 & 255) + 40;
                marks += marked ? 1 : 0;
            }
        }
        return marks;
    }

    private static CharacterDesign marked(CharacterDesign design) {
        Color grey = new Color(120, 120, 120);
        Palette palette =
                new Palette(grey, grey, grey, grey, grey, grey, grey, grey, grey, grey, MARK, grey, grey, Color.BLACK);
        return new CharacterDesign(
                design.era(),
                design.build(),
                design.pose(),
                design.view(),
                palette,
                design.clothes(),
                design.head(),
                design.shading(),
                0,
                design.handBend(),
                design.palm(),
                design.curl(),
                design.shoes(),
                design.seed());
    }
}
