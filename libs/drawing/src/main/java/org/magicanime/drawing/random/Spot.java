package org.magicanime.drawing.random;

import org.magicanime.drawing.Position;

/// A place on a surface.
///
/// @param facing how much the surface faces the viewer there: 1 straight, 0 at its edge, below 0 away
record Spot(Vec at, double facing) {
    Position flat() {
        return at.flat();
    }
}
