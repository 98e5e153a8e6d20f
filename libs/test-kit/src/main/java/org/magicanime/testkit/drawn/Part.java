package org.magicanime.testkit.drawn;

/// Parts of a figure. Which shapes are drawn over a part's last shape says what of it is hidden.
enum Part {
    SHADOW,
    SEAT,
    LEFT_LEG,
    RIGHT_LEG,
    PELVIS,
    BACK_HAIR,
    NECK,
    TORSO,
    LEFT_ARM,
    RIGHT_ARM,
    LEFT_HAND,
    RIGHT_HAND,
    EARS,
    FACE,
    HAIR,
    BODY_OF_AN_ANIMAL;

    /// What is cast on others, or lent for a moment, belongs to nobody.
    boolean ofTheFigure() {
        return this != SHADOW && this != SEAT;
    }
}
