package org.magicanime.caption.domain.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.magicanime.caption.domain.motion.Predicate;

/// Words that say that somebody moves in some way, and the predicates one of which has to be among the facts. With
// none,
/// it cannot be measured, and so cannot be said.
///
/// @param words as they stand in a sentence
/// @param predicates that they may mean
record Claim(Pattern words, Set<Predicate> predicates) {
    /// All that are known, the special ones before the general ones.
    static final List<Claim> ALL = List.of(
            of("(shak\\w+|tosses|tossing) (its|his|her|their|the) head", Predicate.SHAKES_HEAD),
            of(
                    "turn\\w* (its|his|her|their|the) head|looks? (to|away|aside)|looking (to|away|aside)",
                    Predicate.TURNS_HEAD,
                    Predicate.LOOKS_ASIDE),
            of("nod(s|ding|ded)?", Predicate.NODS),
            of("wav(e|es|ing|ed)", Predicate.WAVES),
            of("clap(s|ping|ped)?|applaud\\w*", Predicate.CLAPS),
            of("point(s|ing|ed)?", Predicate.POINTS),
            of("jump(s|ing|ed)?|leap\\w*|hop(s|ping)?", Predicate.JUMPS),
            of("run(s|ning)?|ran|sprint\\w*|jog\\w*", Predicate.RUNS),
            of("walk(s|ing|ed)?|strid\\w+|march\\w*|stroll\\w*", Predicate.WALKS, Predicate.RUNS),
            of("sit(s|ting)?|seated|sat", Predicate.SITS),
            of("kneel(s|ing)?|knelt", Predicate.KNEELS),
            of("lie(s)?|lying|lay(s|ing)? down", Predicate.LIES),
            of("stand(s|ing)?|stood", Predicate.STANDS, Predicate.STILL),
            of("lean(s|ing|ed)?", Predicate.LEANS),
            of(
                    "rais(e|es|ing|ed)|lift(s|ing|ed)?",
                    Predicate.RAISES_ARM,
                    Predicate.WAVES,
                    Predicate.JUMPS,
                    Predicate.POINTS,
                    Predicate.HAND_ABOVE_HEAD),
            of("lower(s|ing|ed)?", Predicate.LOWERS_ARM, Predicate.JUMPS),
            of("blink(s|ing|ed)?", Predicate.BLINKS),
            of("(eyes|eye) (are |is )?(closed|shut)", Predicate.EYES_CLOSED),
            of("talk\\w*|speak\\w*|sing(s|ing)?|mouth", Predicate.MOUTH_MOVES, Predicate.MOUTH_OPEN),
            of("turn(s|ing|ed)? (around|away|round)", Predicate.TURNS),
            of("danc\\w+|fight\\w*|fl(y|ies|ying)|swim\\w*|fall(s|ing)?|climb\\w*|throw\\w*|kick\\w*|punch\\w*|"
                    + "crawl\\w*|cr(y|ies|ying)|laugh\\w*|eat(s|ing)?|drink\\w*|spin(s|ning)?|bow(s|ing|ed)?"));

    private static Claim of(String words, Predicate... predicates) {
        Set<Predicate> all = EnumSet.noneOf(Predicate.class);
        all.addAll(List.of(predicates));
        return new Claim(Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE), all);
    }

    boolean isMadeIn(String sentence) {
        return words.matcher(sentence).find();
    }
}
