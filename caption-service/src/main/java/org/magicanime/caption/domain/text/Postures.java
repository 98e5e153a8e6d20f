package org.magicanime.caption.domain.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Heading;
import org.magicanime.caption.domain.motion.Predicate;
import org.magicanime.caption.domain.motion.Side;
import org.magicanime.contracts.FrameSpan;

/// One sentence on how a character holds its arms, its trunk and its head, beside what it does.
final class Postures {
    private static final double MOSTLY = 0.5;
    private static final int MOST = 2;
    private static final Set<Predicate> HELD = EnumSet.of(
            Predicate.LEANS,
            Predicate.ARM_STRETCHED_OUT,
            Predicate.HAND_ABOVE_HEAD,
            Predicate.HAND_AT_FACE,
            Predicate.HAND_AT_CHEST,
            Predicate.HAND_AT_HIP,
            Predicate.LOOKS_ASIDE);
    private static final Set<Predicate> OF_ARMS =
            EnumSet.of(Predicate.WAVES, Predicate.POINTS, Predicate.CLAPS, Predicate.JUMPS);

    private final List<Statement> statements;
    private final FrameSpan frames;
    private final Wording wording;
    private final List<Statement> actions;

    Postures(List<Statement> statements, FrameSpan frames, Wording wording, List<Statement> actions) {
        this.statements = statements;
        this.frames = frames;
        this.wording = wording;
        this.actions = actions;
    }

    /// @param ids gets the facts behind it
    /// @return empty if there is nothing to say
    String sentence(List<String> ids) {
        List<Statement> held = statements.stream()
                .filter(each -> HELD.contains(each.predicate()))
                .filter(each -> each.fact().frames().frames() >= MOSTLY * frames.frames())
                .filter(each -> actions.stream().noneMatch(action -> says(action, each)))
                .sorted(Comparator.comparing(Statement::predicate)
                        .thenComparingLong(each -> -each.fact().frames().frames()))
                .limit(MOST)
                .toList();
        List<String> parts = new ArrayList<>();
        for (Statement each : held) {
            parts.add(words(each.fact()));
            ids.addAll(each.ids());
        }
        return parts.isEmpty() ? "" : MotionWriter.capital(String.join(", and ", parts)) + ".";
    }

    /// What an action says already.
    private static boolean says(Statement action, Statement held) {
        Side side = held.fact().side();
        boolean sameSide = action.fact().side() == side || action.fact().side() == Side.BOTH || side == Side.BOTH;
        return switch (held.predicate()) {
            case LOOKS_ASIDE -> action.predicate() == Predicate.TURNS_HEAD || action.predicate() == Predicate.TURNS;
            case LEANS -> false;
            default -> OF_ARMS.contains(action.predicate()) && (sameSide || action.predicate() == Predicate.JUMPS);
        };
    }

    private String words(Fact fact) {
        boolean both = fact.side() == Side.BOTH;
        return switch (fact.predicate()) {
            case LEANS ->
                "it leans "
                        + (fact.heading() == Heading.PICTURE_LEFT
                                ? "towards the left of the picture"
                                : "towards the right of the picture");
            case ARM_STRETCHED_OUT -> wording.limb(fact.side(), "arm") + (both ? " are" : " is") + stretched(fact);
            case HAND_ABOVE_HEAD -> wording.limb(fact.side(), "hand") + (both ? " are" : " is") + " above its head";
            case HAND_AT_FACE -> wording.limb(fact.side(), "hand") + (both ? " are" : " is") + " at its face";
            case HAND_AT_CHEST ->
                wording.limb(fact.side(), "hand") + (both ? " are" : " is") + " in front of its chest";
            case HAND_AT_HIP ->
                wording.limb(fact.side(), "hand") + (both ? " are" : " is") + " at its hip" + (both ? "s" : "");
            default ->
                "it looks "
                        + (fact.heading() == Heading.OWN_LEFT
                                ? wording.own("to its", "left")
                                : wording.own("to its", "right"));
        };
    }

    private static String stretched(Fact fact) {
        return fact.heading() == Heading.UP ? " stretched upwards" : " stretched out";
    }
}
