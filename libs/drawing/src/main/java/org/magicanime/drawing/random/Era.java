package org.magicanime.drawing.random;

/// What kind of film a picture seems to come from: what goes together in it.
enum Era {
    /// The 1930s: limbs like hoses, big shoes and gloves, dark figures, grey or few colours, painted scenery.
    RUBBER_HOSE,
    /// Flat colours and clear outlines, any proportions.
    MODERN,
    /// People with large eyes, thin lines and two tones.
    ANIME,
    /// Solid bodies under a lamp, no outlines.
    SOLID;

    static Era any(Chance chance) {
        return values()[chance.weighted(0.38, 0.28, 0.20, 0.14)];
    }
}
