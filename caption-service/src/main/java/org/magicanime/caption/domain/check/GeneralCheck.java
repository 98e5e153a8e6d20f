package org.magicanime.caption.domain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.magicanime.caption.domain.look.Camera;
import org.magicanime.caption.domain.look.GeneralFacts;
import org.magicanime.caption.domain.look.Look;
import org.magicanime.caption.domain.look.ShotSize;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.text.Clause;

/// Holds a model's words about a clip against what was measured of it. It may add what only pixels tell, such as what a
/// place is; it may not say another number of characters, another shot, another movement of the camera or of the
/// character, and nothing that is no description.
public final class GeneralCheck {
    private static final int MOST_SENTENCES = 4;
    private static final int LONGEST = 800;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?]");
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(one|two|three|four|five|six|seven|eight|nine|several|many) (characters?|people|persons?|figures?)\\b");
    private static final Pattern SHOT =
            Pattern.compile("\\b(medium close-up|close-up|medium long shot|medium shot|full shot|long shot)\\b");
    private static final Pattern CAMERA =
            Pattern.compile("\\bcamera\\b.*\\b(pan\\w*|tilt\\w*|zoom\\w*|shak\\w*|still|static|not move|fixed)\\b");
    private static final Pattern FOREIGN = Pattern.compile(
            "[<>{}\\[\\]@#`\\\\]|https?:|www\\.|\\b(ignore|instruction\\w*|prompt\\w*|system|assistant|password\\w*)\\b");
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private GeneralCheck() {}

    /// @param text as the model gave it
    /// @param facts of the clip
    /// @param motions of all of its spans
    public static Checked of(String text, GeneralFacts facts, List<Fact> motions) {
        List<Clause> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        int contradictions = 0;
        if (text.length() > LONGEST) {
            return new Checked(List.of(), List.of("longer than " + LONGEST + " characters"), 0);
        }
        Matcher sentences = SENTENCE.matcher(text);
        while (sentences.find()) {
            String sentence = sentences.group().strip();
            List<String> ids = new ArrayList<>();
            String fault = fault(sentence.toLowerCase(Locale.ROOT), facts, motions, ids);
            if (fault.isEmpty() && kept.size() < MOST_SENTENCES) {
                kept.add(new Clause((kept.isEmpty() ? "" : " ") + sentence, ids));
            } else {
                dropped.add((fault.isEmpty() ? "too many sentences" : fault) + ": " + sentence);
                contradictions += fault.startsWith("not measured") ? 1 : 0;
            }
        }
        return new Checked(kept, dropped, contradictions);
    }

    private static String fault(String sentence, GeneralFacts facts, List<Fact> motions, List<String> ids) {
        if (FOREIGN.matcher(sentence).find()) {
            return "no description";
        }
        Matcher people = PEOPLE.matcher(sentence);
        if (people.find()) {
            Integer counted = facts.characters();
            int said = NUMBERS.indexOf(people.group(1));
            if (counted == null || (said < 0 ? counted < 2 : counted != said)) {
                return "not measured of characters";
            }
            ids.add("characters");
        }
        Matcher shot = SHOT.matcher(sentence);
        if (shot.find()) {
            if (facts.shotSize() == ShotSize.UNKNOWN
                    || !facts.shotSize().words().equals(shot.group(1))) {
                return "not measured of the shot";
            }
            ids.add("shotSize");
        }
        Matcher camera = CAMERA.matcher(sentence);
        if (camera.find()) {
            Look look = facts.look();
            if (look == null || !agrees(camera.group(1), look.camera())) {
                return "not measured of the camera";
            }
            ids.add("look.camera");
        }
        for (Claim claim : Claim.ALL) {
            if (claim.isMadeIn(sentence)
                    && motions.stream().noneMatch(fact -> claim.predicates().contains(fact.predicate()))) {
                return "not measured";
            }
        }
        return "";
    }

    private static boolean agrees(String said, Camera camera) {
        return switch (camera) {
            case STATIC ->
                said.equals("still") || said.equals("static") || said.equals("not move") || said.equals("fixed");
            case PAN_LEFT, PAN_RIGHT -> said.startsWith("pan");
            case TILT_UP, TILT_DOWN -> said.startsWith("tilt");
            case ZOOM_IN, ZOOM_OUT -> said.startsWith("zoom");
            case SHAKE -> said.startsWith("shak");
            case UNKNOWN -> false;
        };
    }
}
