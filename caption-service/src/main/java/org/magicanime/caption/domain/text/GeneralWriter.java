package org.magicanime.caption.domain.text;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.caption.domain.look.Camera;
import org.magicanime.caption.domain.look.ColourShare;
import org.magicanime.caption.domain.look.GeneralFacts;
import org.magicanime.caption.domain.look.Look;
import org.magicanime.caption.domain.look.ShotSize;
import org.magicanime.contracts.Style;

/// Says in one to three sentences what a clip looks like.
public final class GeneralWriter {
    private static final double DARK = 60;
    private static final double BRIGHT = 160;
    private static final double SOFT = 90;
    private static final double STRONG = 190;
    private static final double HARDLY = 1;
    private static final double MUCH = 8;
    private static final int LONGEST_TITLE = 80;

    private final GeneralFacts facts;
    private final Choice choice;
    private final List<Clause> clauses = new ArrayList<>();

    private GeneralWriter(GeneralFacts facts) {
        this.facts = facts;
        this.choice = new Choice(facts.itemId());
    }

    public static CaptionText write(GeneralFacts facts) {
        GeneralWriter writer = new GeneralWriter(facts);
        writer.shot();
        writer.picture();
        writer.source();
        return new CaptionText(writer.clauses);
    }

    private void say(String text, String... ids) {
        clauses.add(new Clause(text, List.of(ids)));
    }

    private void shot() {
        Integer characters = facts.characters();
        if (facts.shotSize() == ShotSize.UNKNOWN) {
            say("A shot");
        } else {
            say("A " + facts.shotSize().words(), "shotSize");
        }
        if (characters != null) {
            say(" of " + Numbers.word(characters) + (characters == 1 ? " character" : " characters"), "characters");
        }
        Look look = facts.look();
        if (look != null) {
            say(" in " + light(look), "look.brightness", "look.contrast");
            say(", mostly " + colours(look.colours()), "look.colours");
        }
        say(".");
    }

    private static String light(Look look) {
        String bright = look.brightness() < DARK
                ? "a dark picture"
                : look.brightness() > BRIGHT ? "a bright picture" : "a picture of medium brightness";
        return bright
                + (look.contrast() < SOFT
                        ? " with soft contrast"
                        : look.contrast() > STRONG ? " with strong contrast" : "");
    }

    private static String colours(List<ColourShare> colours) {
        List<String> names =
                colours.stream().map(each -> each.colour().toString()).toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private void picture() {
        Look look = facts.look();
        if (look == null) {
            return;
        }
        String camera = camera(look.camera());
        String motion = look.motion() < HARDLY
                ? "hardly anything moves"
                : look.motion() > MUCH ? "there is much movement" : "there is some movement";
        if (camera.isEmpty()) {
            say(" " + MotionWriter.capital(motion) + ".", "look.motion");
        } else {
            say(" The camera " + camera, "look.camera");
            say(choice.of(", and ", "; ") + motion + ".", "look.motion");
        }
    }

    private String camera(Camera camera) {
        return switch (camera) {
            case STATIC -> choice.of("stands still", "does not move");
            case PAN_LEFT -> "pans to the left";
            case PAN_RIGHT -> "pans to the right";
            case TILT_UP -> "tilts up";
            case TILT_DOWN -> "tilts down";
            case ZOOM_IN -> "zooms in";
            case ZOOM_OUT -> "zooms out";
            case SHAKE -> "shakes";
            case UNKNOWN -> "";
        };
    }

    /// A title is a stranger's text: it is quoted, without anything that is not a letter, a digit or a usual mark.
    private void source() {
        String style =
                switch (facts.style()) {
                    case AMERICAN -> "an American cartoon";
                    case CHINA -> "a Chinese cartoon";
                    case JAPAN -> "a Japanese cartoon";
                    case UNKNOWN -> "";
                };
        String title = facts.title()
                .replaceAll("[^\\p{L}\\p{N} .,:!?'&()-]", " ")
                .replaceAll(" +", " ")
                .strip();
        boolean titled = !title.isEmpty() && title.length() <= LONGEST_TITLE;
        if (facts.style() == Style.UNKNOWN && !titled) {
            return;
        }
        say(" It is from " + (style.isEmpty() ? "the film" : style), "style");
        if (titled) {
            say((style.isEmpty() ? " “" : ", “") + title + "”", "title");
        }
        say(".");
    }
}
