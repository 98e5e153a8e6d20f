package org.magicanime.drawing.random;

/// Parts of a character, as numbers in the picture that says which part is seen where.
enum Part {
    NOTHING,
    BEHIND,
    LEFT_LEG,
    RIGHT_LEG,
    LEFT_FOOT,
    RIGHT_FOOT,
    TRUNK,
    SKIRT,
    NECK,
    LEFT_ARM,
    RIGHT_ARM,
    LEFT_HAND,
    RIGHT_HAND,
    HEAD,
    FACE,
    NOSE,
    EARS,
    HAIR,
    BEARD,
    HAT,
    GLASSES,
    HELD,
    /// Something that is not the character's, in front of it.
    FOREIGN;

    /// Whether it belongs to the character's shape in the picture.
    boolean ofTheCharacter() {
        return this != NOTHING && this != FOREIGN && this != HELD;
    }

    static Part of(int number) {
        return ALL[number];
    }

    private static final Part[] ALL = values();
}
