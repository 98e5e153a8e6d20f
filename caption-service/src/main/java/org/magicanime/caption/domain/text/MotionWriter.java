package org.magicanime.caption.domain.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Heading;
import org.magicanime.caption.domain.motion.Predicate;
import org.magicanime.contracts.FrameSpan;

/// Says in one to four sentences how a character moves: what it does first, then how it holds itself, then its face.
/// Equal facts of one item give equal words, and mirrored facts mirrored ones.
public final class MotionWriter {
    /// Of an action's frames: so many may overlap with what it follows.
    private static final double OVERLAP = 0.3;

    /// Of an action's frames: that much at the same time is a part of another one.
    private static final double TOGETHER = 0.5;

    private static final int MOST_ACTIONS = 3;
    private static final double MOSTLY = 0.5;

    private final List<Statement> statements;
    private final FrameSpan frames;
    private final Choice choice;
    private final Wording wording;
    private final List<Clause> clauses = new ArrayList<>();

    private MotionWriter(List<Fact> facts, FrameSpan frames, String itemId) {
        this.statements = Statement.of(facts);
        this.frames = frames;
        this.choice = new Choice(itemId);
        this.wording = new Wording(choice);
    }

    /// @param facts of the span, with ids
    /// @param frames of the span
    /// @param itemId decides between words that say the same
    public static CaptionText write(List<Fact> facts, FrameSpan frames, String itemId) {
        MotionWriter writer = new MotionWriter(facts, frames, itemId);
        writer.write();
        return new CaptionText(writer.clauses);
    }

    private void write() {
        List<Statement> actions = actions();
        String subject = choice.of("the character", "the figure");
        if (actions.isEmpty()) {
            held(subject);
        } else {
            acts(subject, actions);
        }
        List<String> ids = new ArrayList<>();
        String posture = new Postures(statements, frames, wording, actions).sentence(ids);
        if (!posture.isEmpty()) {
            clauses.add(new Clause(" " + posture, ids));
        }
        face(!actions.isEmpty());
    }

    /// In the order in which they begin; of those that begin together, what moves most first.
    private List<Statement> actions() {
        List<Statement> all = statements.stream()
                .filter(each -> Predicate.ACTIONS.contains(each.predicate()))
                .filter(each -> !isPartOfAnother(each))
                .toList();
        return merged(all).stream()
                .sorted(Comparator.<Statement>comparingLong(each -> bucket(each.fact()))
                        .thenComparing(Statement::predicate)
                        .thenComparingLong(each -> each.fact().frames().first())
                        .thenComparingLong(each -> -each.fact().frames().end()))
                .limit(MOST_ACTIONS)
                .toList();
    }

    /// Tenths of the span.
    private long bucket(Fact fact) {
        return 10 * (fact.frames().first() - frames.first()) / (frames.frames() + 1);
    }

    /// Arms go up in a jump, and come up to wave; who walks moves; who turns turns the head, too.
    private boolean isPartOfAnother(Statement part) {
        return statements.stream().anyMatch(whole -> switch (part.predicate()) {
            case RAISES_ARM, LOWERS_ARM ->
                EnumSet.of(Predicate.JUMPS, Predicate.CLAPS, Predicate.WAVES, Predicate.RUNS)
                                .contains(whole.predicate())
                        && part.fact().sharedWith(whole.fact()) > TOGETHER;
            case MOVES_ACROSS ->
                EnumSet.of(Predicate.WALKS, Predicate.RUNS, Predicate.JUMPS).contains(whole.predicate());
            case TURNS_HEAD ->
                EnumSet.of(Predicate.TURNS, Predicate.SHAKES_HEAD).contains(whole.predicate())
                        && part.fact().sharedWith(whole.fact()) > 0;
            default -> false;
        });
    }

    /// A head that is turned again and again is said once.
    private static List<Statement> merged(List<Statement> actions) {
        List<Statement> turns = actions.stream()
                .filter(each -> each.predicate() == Predicate.TURNS_HEAD)
                .toList();
        if (turns.size() < 2) {
            return actions;
        }
        List<Statement> others = new ArrayList<>(actions);
        others.removeAll(turns.subList(1, turns.size()));
        return others;
    }

    private void acts(String subject, List<Statement> actions) {
        Statement first = actions.getFirst();
        List<String> leading = new ArrayList<>();
        String lead = lead(first, leading);
        String name = capital(subject);
        if (!lead.isEmpty()) {
            clauses.add(new Clause(capital(lead), leading));
            name = ", " + subject;
        }
        clauses.add(new Clause(name + " " + says(first), ids(first)));
        boolean open = true;
        for (int i = 1; i < actions.size(); i++) {
            Statement next = actions.get(i);
            Statement before = actions.get(i - 1);
            boolean together = !follows(next.fact(), before.fact());
            if (together && open) {
                clauses.add(new Clause(choice.of(" while ", ", ") + saying(next), ids(next)));
                open = false;
            } else if (together) {
                clauses.add(new Clause(". At the same time it " + says(next), ids(next)));
                open = true;
            } else if (open && i == 1) {
                clauses.add(new Clause(choice.of(", then ", " and then ") + says(next), ids(next)));
                open = false;
            } else {
                clauses.add(new Clause(choice.of(". Then it ", ". After that it ") + says(next), ids(next)));
                open = true;
            }
        }
        clauses.add(new Clause(".", List.of()));
    }

    /// Whether one thing happens after the other.
    private static boolean follows(Fact next, Fact before) {
        return next.frames().first() > before.frames().first()
                && next.frames().first()
                        >= before.frames().end()
                                - OVERLAP
                                        * Math.min(
                                                next.frames().frames(),
                                                before.frames().frames());
    }

    private String says(Statement action) {
        return ofHead(action)
                ? "turns its head " + headTurned()
                : wording.action(action.fact()).says();
    }

    private String saying(Statement action) {
        return ofHead(action)
                ? "turning its head " + headTurned()
                : wording.action(action.fact()).saying();
    }

    private static boolean ofHead(Statement action) {
        return action.predicate() == Predicate.TURNS_HEAD;
    }

    private List<Statement> headTurns() {
        return statements.stream()
                .filter(each -> each.predicate() == Predicate.TURNS_HEAD)
                .toList();
    }

    private String headTurned() {
        List<Heading> headings =
                headTurns().stream().map(each -> each.fact().heading()).toList();
        if (headings.size() > 2) {
            return "from side to side";
        }
        String first = wording.headTo(headings.getFirst());
        if (headings.size() < 2) {
            return first;
        }
        return headings.getLast() == Heading.FRONT
                ? first + " and back"
                : first + " and then " + wording.headTo(headings.getLast());
    }

    private List<String> ids(Statement action) {
        return ofHead(action)
                ? headTurns().stream().flatMap(each -> each.ids().stream()).toList()
                : action.ids();
    }

    /// Posture and side before the subject.
    private String lead(Statement first, List<String> ids) {
        Statement posture = longest(Predicate.SITS, Predicate.KNEELS, Predicate.LIES, Predicate.STANDS);
        Statement facing = longest(Predicate.FACES);
        boolean turns = statements.stream().anyMatch(each -> each.predicate() == Predicate.TURNS);
        String held = posture == null ? "" : holding(posture.predicate());
        String seen = facing == null || turns ? "" : facing(facing.fact().heading());
        if (posture != null) {
            ids.addAll(posture.ids());
        }
        if (facing != null && !seen.isEmpty()) {
            ids.addAll(facing.ids());
        }
        boolean moves =
                EnumSet.of(Predicate.WALKS, Predicate.RUNS, Predicate.JUMPS).contains(first.predicate());
        if (moves && posture != null && posture.fact().sharedWith(first.fact()) < TOGETHER) {
            ids.removeAll(posture.ids());
            held = "";
        }
        return held.isEmpty() || seen.isEmpty() ? held + seen : held + " and " + seen;
    }

    private static String holding(Predicate posture) {
        return switch (posture) {
            case SITS -> "sitting";
            case KNEELS -> "kneeling";
            case LIES -> "lying";
            default -> "standing";
        };
    }

    private static String facing(Heading heading) {
        return switch (heading) {
            case FRONT -> "facing the viewer";
            case BACK -> "seen from behind";
            case PICTURE_LEFT -> "facing the left of the picture";
            case PICTURE_RIGHT -> "facing the right of the picture";
            default -> "";
        };
    }

    /// The longest of what holds for most of the span.
    private @Nullable Statement longest(Predicate... predicates) {
        Set<Predicate> wanted = EnumSet.of(predicates[0], predicates);
        return statements.stream()
                .filter(each -> wanted.contains(each.predicate()))
                .filter(each -> each.fact().frames().frames() >= MOSTLY * frames.frames())
                .max(Comparator.comparingLong(each -> each.fact().frames().frames()))
                .orElse(null);
    }

    /// What holds for most of the span, in one piece or in several.
    private @Nullable Statement often(Predicate predicate) {
        List<Statement> all = statements.stream()
                .filter(each -> each.predicate() == predicate)
                .toList();
        long together =
                all.stream().mapToLong(each -> each.fact().frames().frames()).sum();
        return together < MOSTLY * frames.frames()
                ? null
                : new Statement(
                        all.getFirst().fact(),
                        all.stream().flatMap(each -> each.ids().stream()).toList());
    }

    /// Nobody acts.
    private void held(String subject) {
        Statement posture = longest(Predicate.SITS, Predicate.KNEELS, Predicate.LIES, Predicate.STANDS);
        Statement facing = longest(Predicate.FACES);
        Statement still = longest(Predicate.STILL);
        String verb = posture == null
                ? "is seen"
                : switch (posture.predicate()) {
                    case SITS -> "sits";
                    case KNEELS -> "kneels";
                    case LIES -> "lies";
                    default -> "stands";
                };
        clauses.add(new Clause(capital(subject) + " " + verb, posture == null ? List.of() : posture.ids()));
        if (facing != null) {
            clauses.add(new Clause(" " + facing(facing.fact().heading()), facing.ids()));
        }
        if (still != null) {
            clauses.add(
                    new Clause(choice.of(" and hardly moves", " and keeps still", ", almost motionless"), still.ids()));
        }
        clauses.add(new Clause(".", List.of()));
    }

    /// Blinks are worth a word where nothing else happens.
    private void face(boolean acts) {
        Statement mouth = often(Predicate.MOUTH_MOVES);
        if (mouth == null) {
            mouth = often(Predicate.MOUTH_OPEN);
        }
        Statement closed = longest(Predicate.EYES_CLOSED);
        Statement blinks = statements.stream()
                .filter(each -> each.predicate() == Predicate.BLINKS)
                .filter(each -> !acts)
                .findFirst()
                .orElse(null);
        List<Clause> parts = new ArrayList<>();
        if (mouth != null) {
            parts.add(new Clause(
                    mouth.predicate() == Predicate.MOUTH_OPEN
                            ? "its mouth is open"
                            : choice.of(
                                    "its mouth opens and closes again and again",
                                    "its mouth keeps opening and closing"),
                    mouth.ids()));
        }
        Integer count = blinks == null ? null : blinks.fact().count();
        if (closed != null) {
            parts.add(new Clause("its eyes are closed", closed.ids()));
        } else if (blinks != null && count != null) {
            parts.add(new Clause("it blinks " + Numbers.times(count), blinks.ids()));
        }
        for (int i = 0; i < parts.size(); i++) {
            Clause part = parts.get(i);
            clauses.add(new Clause((i == 0 ? " " + capital(part.text()) : ", and " + part.text()), part.facts()));
        }
        if (!parts.isEmpty()) {
            clauses.add(new Clause(".", List.of()));
        }
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
