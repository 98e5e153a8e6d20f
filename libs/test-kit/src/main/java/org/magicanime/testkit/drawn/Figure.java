package org.magicanime.testkit.drawn;

import java.util.Random;

/// Somebody who can be drawn.
///
/// @param name who it is
/// @param kind how it is drawn
/// @param heads height in heads
/// @param hair of a person
/// @param eyes size of the eyes: 1 as people have them
public record Figure(String name, Kind kind, double heads, Hair hair, double eyes, Colours colours) {

    public enum Kind {
        /// Shaded limbs with a thin outline.
        ANIME(true),
        /// As {@link #ANIME} in flat colours.
        FLAT(true),
        /// Solid bodies under a soft lamp, without outlines, with a shadow on the ground.
        SOLID(true),
        /// Limbs that bend like hoses, a large head, mittens.
        HOSE(false),
        /// An animal on four legs.
        ANIMAL(false),
        /// A creature without limbs.
        BLOB(false);

        private final boolean seen;

        Kind(boolean seen) {
            this.seen = seen;
        }

        /// Whether the starter models can be expected to find its joints.
        public boolean seenByModels() {
            return seen;
        }

        /// Whether it has the joints of a person.
        public boolean humanoid() {
            return this != ANIMAL && this != BLOB;
        }
    }

    public enum Hair {
        SHORT,
        LONG,
        /// Hangs over the face: no landmark is to be seen.
        OVER_THE_FACE
    }

    public Figure {
        if (heads < 2 || heads > 9) {
            throw new IllegalArgumentException("nobody is " + heads + " heads tall");
        }
    }

    public static Figure anime(String name, Colours colours) {
        return new Figure(name, Kind.ANIME, 6, Hair.SHORT, 1, colours);
    }

    public static Figure flat(String name, Colours colours) {
        return new Figure(name, Kind.FLAT, 5, Hair.SHORT, 1, colours);
    }

    public static Figure solid(String name, Colours colours) {
        return new Figure(name, Kind.SOLID, 6.3, Hair.SHORT, 1, colours);
    }

    public static Figure hose(String name, Colours colours) {
        return new Figure(name, Kind.HOSE, 2.5, Hair.SHORT, 2, colours);
    }

    public static Figure animal(String name, Colours colours) {
        return new Figure(name, Kind.ANIMAL, 3, Hair.SHORT, 1, colours);
    }

    public static Figure blob(String name, Colours colours) {
        return new Figure(name, Kind.BLOB, 2, Hair.SHORT, 1, colours);
    }

    /// A person whose joints the starter models find: any kind of those, any proportions and colours.
    static Figure anyPerson(String name, Random random) {
        Kind[] kinds = {Kind.ANIME, Kind.FLAT, Kind.SOLID};
        Hair hair = random.nextInt(3) == 0 ? Hair.LONG : Hair.SHORT;
        return new Figure(
                name,
                kinds[random.nextInt(kinds.length)],
                4.8 + 2.2 * random.nextDouble(),
                hair,
                1 + 0.6 * random.nextDouble(),
                Colours.any(random));
    }

    public Figure withHair(Hair style) {
        return new Figure(name, kind, heads, style, eyes, colours);
    }

    public Figure withHeads(double number) {
        return new Figure(name, kind, number, hair, eyes, colours);
    }

    public Figure withEyes(double size) {
        return new Figure(name, kind, heads, hair, size, colours);
    }

    Shades shades() {
        return switch (kind) {
            case ANIME -> Shades.GRADIENT;
            // Detectors of photographs see animals only as solid bodies.
            case SOLID, ANIMAL -> Shades.SOLID;
            case FLAT, HOSE, BLOB -> Shades.FLAT;
        };
    }
}
