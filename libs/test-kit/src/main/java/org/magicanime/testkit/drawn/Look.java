package org.magicanime.testkit.drawn;

import java.awt.Color;

/// Where a cartoon seems to come from: its colours, its scenery and its line.
public enum Look {
    /// Strong colours, thick black outlines, round hills and clouds.
    AMERICAN(new Color(88, 176, 240), new Color(190, 230, 252), new Color(104, 190, 72), 0.016, new Color(20, 16, 16)),
    /// Ink and wash on paper: mountains in the mist, curved roofs, a red sun.
    CHINA(new Color(236, 226, 200), new Color(246, 240, 222), new Color(176, 182, 150), 0.010, new Color(60, 54, 50)),
    /// Soft gradients without outlines: evening sky, towering clouds, wires and walls.
    JAPAN(new Color(92, 132, 200), new Color(252, 206, 190), new Color(116, 140, 128), 0.012, new Color(74, 70, 96));

    private final Color above;
    private final Color horizon;
    private final Color ground;
    private final double line;
    private final Color ink;

    Look(Color above, Color horizon, Color ground, double line, Color ink) {
        this.above = above;
        this.horizon = horizon;
        this.ground = ground;
        this.line = line;
        this.ink = ink;
    }

    Color above() {
        return above;
    }

    Color horizon() {
        return horizon;
    }

    Color ground() {
        return ground;
    }

    /// Width of figures' outlines, in heads.
    double line() {
        return line;
    }

    Color ink() {
        return ink;
    }
}
