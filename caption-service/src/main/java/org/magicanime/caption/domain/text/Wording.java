package org.magicanime.caption.domain.text;

import org.jspecify.annotations.Nullable;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Heading;
import org.magicanime.caption.domain.motion.Side;

/// Words for what a character does. Left and right are its own, and the first time that is said.
final class Wording {
    private static final double SLOW = 0.8;
    private static final double QUICK = 1.8;

    private final Choice choice;
    private boolean ownWasSaid;

    Wording(Choice choice) {
        this.choice = choice;
    }

    /// An action.
    Phrase action(Fact fact) {
        return switch (fact.predicate()) {
            case JUMPS -> new Phrase("jumps", "jumping", times(fact));
            case WALKS -> new Phrase("walks", "walking", steps(fact));
            case RUNS -> new Phrase("runs", "running", steps(fact));
            case MOVES_ACROSS -> new Phrase("moves", "moving", place(fact.heading()));
            case APPROACHES -> new Phrase("comes", "coming", choice.of("nearer", "closer to the viewer"));
            case RECEDES -> new Phrase("moves", "moving", "further away");
            case WAVES -> waves(fact);
            case CLAPS -> new Phrase("claps", "clapping", joined("its hands", pace(fact), times(fact)));
            case POINTS -> points(fact);
            case RAISES_ARM ->
                choice.of("raises", "lifts").equals("raises")
                        ? new Phrase("raises", "raising", limb(fact.side(), "arm"))
                        : new Phrase("lifts", "lifting", limb(fact.side(), "arm"));
            case LOWERS_ARM -> new Phrase("lowers", "lowering", limb(fact.side(), "arm"));
            case TURNS -> new Phrase("turns", "turning", turned(fact.heading()));
            case TURNS_HEAD -> new Phrase("turns", "turning", "its head " + headTo(fact.heading()));
            case SHAKES_HEAD -> new Phrase("shakes", "shaking", joined("its head", pace(fact), times(fact)));
            case NODS -> new Phrase("nods", "nodding", joined(pace(fact), times(fact)));
            default -> throw new IllegalArgumentException(fact.predicate() + " is no action");
        };
    }

    private Phrase waves(Fact fact) {
        String rest = joined(limb(fact.side(), "hand"), pace(fact), times(fact));
        return choice.of("waves", "waves with").equals("waves")
                ? new Phrase("waves", "waving", rest)
                : new Phrase("waves with", "waving with", rest);
    }

    private Phrase points(Fact fact) {
        return new Phrase(
                "points",
                "pointing",
                joined(
                        switch (fact.heading()) {
                            case UP -> "upwards";
                            case OWN_LEFT -> own("to its", "left");
                            case OWN_RIGHT -> own("to its", "right");
                            default -> "to both sides";
                        },
                        "with " + limb(fact.side(), "arm")));
    }

    private String steps(Fact fact) {
        Integer count = fact.count();
        String steps = count == null || count < 2 ? "" : Numbers.word(count) + " steps";
        if (fact.heading() == Heading.NONE) {
            return steps;
        }
        return place(fact.heading()) + (!steps.isEmpty() ? choice.of(" in ", ", taking ") + steps : "");
    }

    static String place(Heading heading) {
        return switch (heading) {
            case PICTURE_LEFT -> "towards the left of the picture";
            case PICTURE_RIGHT -> "towards the right of the picture";
            case FRONT -> "towards the viewer";
            case BACK -> "away from the viewer";
            default -> "across the picture";
        };
    }

    private static String turned(Heading heading) {
        return switch (heading) {
            case FRONT -> "to face the viewer";
            case BACK -> "its back to the viewer";
            case PICTURE_LEFT -> "to face the left of the picture";
            case PICTURE_RIGHT -> "to face the right of the picture";
            default -> "around";
        };
    }

    /// Where a head is turned to.
    String headTo(Heading heading) {
        return switch (heading) {
            case OWN_LEFT -> own("to its", "left");
            case OWN_RIGHT -> own("to its", "right");
            default -> "back to the front";
        };
    }

    /// One limb, or both.
    String limb(Side side, String what) {
        return switch (side) {
            case LEFT -> own("its", "left") + " " + what;
            case RIGHT -> own("its", "right") + " " + what;
            case BOTH, NONE -> "both " + what + "s";
        };
    }

    String own(String its, String side) {
        String own = ownWasSaid ? its + " " + side : its + " own " + side;
        ownWasSaid = true;
        return own;
    }

    private static String times(Fact fact) {
        Integer count = fact.count();
        return count == null ? "" : Numbers.times(count);
    }

    private String pace(Fact fact) {
        Double frequency = fact.frequency();
        return frequency == null ? "" : frequency < SLOW ? "slowly" : frequency > QUICK ? "quickly" : "";
    }

    /// Words with blanks between them; empty ones are left out.
    static String joined(@Nullable String... words) {
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            if (word != null && !word.isEmpty()) {
                all.append(all.isEmpty() ? "" : " ").append(word);
            }
        }
        return all.toString();
    }
}
