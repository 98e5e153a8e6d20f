package org.magicanime.caption.domain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Side;
import org.magicanime.caption.domain.text.Clause;

/// Holds a model's words about a motion against the facts, sentence by sentence: what it claims has to be among them,
/// of the same side and as often; and a sentence that claims nothing has no place in the caption of a motion. So what
/// somebody wrote into a picture for a model to obey does not get through, either.
public final class MotionCheck {
    private static final int MOST_SENTENCES = 4;
    private static final int LONGEST = 600;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?]");
    private static final Pattern LIMB = Pattern.compile("\\b(left|right) (hand|arm|wrist|elbow|fist)s?\\b");
    private static final Pattern COUNT = Pattern.compile(
            "\\b(once|twice|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}) (times|steps|jumps))\\b");
    private static final Pattern FOREIGN = Pattern.compile("[<>{}\\[\\]@#`\\\\]|https?:|www\\.");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private MotionCheck() {}

    /// @param text as the model gave it
    /// @param facts that were measured
    public static Checked of(String text, List<Fact> facts) {
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
            String fault = fault(sentence.toLowerCase(Locale.ROOT), facts, ids);
            if (fault.isEmpty() && kept.size() < MOST_SENTENCES) {
                kept.add(new Clause((kept.isEmpty() ? "" : " ") + sentence, ids));
            } else {
                dropped.add((fault.isEmpty() ? "too many sentences" : fault) + ": " + sentence);
                contradictions += fault.startsWith("not measured") ? 1 : 0;
            }
        }
        return new Checked(kept, dropped, contradictions);
    }

    private static String fault(String sentence, List<Fact> facts, List<String> ids) {
        if (FOREIGN.matcher(sentence).find()) {
            return "no description";
        }
        List<Fact> meant = new ArrayList<>();
        for (Claim claim : Claim.ALL) {
            if (claim.isMadeIn(sentence)) {
                List<Fact> found = facts.stream()
                        .filter(fact -> claim.predicates().contains(fact.predicate()))
                        .toList();
                if (found.isEmpty()) {
                    return "not measured";
                }
                meant.addAll(found);
            }
        }
        if (meant.isEmpty()) {
            return "claims nothing";
        }
        if (!sidesAgree(sentence, meant)) {
            return "not measured of this side";
        }
        if (!countsAgree(sentence, meant)) {
            return "not measured so often";
        }
        meant.stream().map(Fact::id).distinct().forEach(ids::add);
        return "";
    }

    private static boolean sidesAgree(String sentence, List<Fact> meant) {
        Matcher limbs = LIMB.matcher(sentence);
        while (limbs.find()) {
            Side said = Side.valueOf(limbs.group(1).toUpperCase(Locale.ROOT));
            boolean limbed = meant.stream().anyMatch(fact -> fact.side() != Side.NONE);
            if (limbed && meant.stream().noneMatch(fact -> fact.side() == said || fact.side() == Side.BOTH)) {
                return false;
            }
        }
        return true;
    }

    private static boolean countsAgree(String sentence, List<Fact> meant) {
        Matcher counts = COUNT.matcher(sentence);
        while (counts.find()) {
            int said = number(counts.group(1));
            if (meant.stream().noneMatch(fact -> {
                Integer count = fact.count();
                return count != null && count == said;
            })) {
                return false;
            }
        }
        return true;
    }

    private static int number(String words) {
        if (words.equals("once")) {
            return 1;
        }
        if (words.equals("twice")) {
            return 2;
        }
        String first = words.substring(0, words.indexOf(' '));
        return Character.isDigit(first.charAt(0)) ? Integer.parseInt(first) : NUMBERS.indexOf(first);
    }
}
