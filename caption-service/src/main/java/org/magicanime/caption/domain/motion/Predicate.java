package org.magicanime.caption.domain.motion;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What can be said of a character's motion.
public enum Predicate {
    /// In the air between two contacts with the ground.
    JUMPS,
    RUNS,
    WALKS,
    /// Without steps that are seen: from the hips or shoulders.
    MOVES_ACROSS,
    APPROACHES,
    RECEDES,
    WAVES,
    CLAPS,
    POINTS,
    RAISES_ARM,
    LOWERS_ARM,
    /// The whole body, seen from its shoulders.
    TURNS,
    TURNS_HEAD,
    SHAKES_HEAD,
    NODS,
    SITS,
    KNEELS,
    LIES,
    STANDS,
    FACES,
    LEANS,
    ARM_STRETCHED_OUT,
    HAND_ABOVE_HEAD,
    HAND_AT_FACE,
    HAND_AT_CHEST,
    HAND_AT_HIP,
    LOOKS_ASIDE,
    MOUTH_MOVES,
    MOUTH_OPEN,
    EYES_CLOSED,
    BLINKS,
    ELBOW_BENT,
    ELBOW_STRAIGHT,
    KNEE_BENT,
    KNEE_STRAIGHT,
    HAND_OPEN,
    FIST,
    /// Nothing moves much.
    STILL;

    /// What somebody does, in contrast to how somebody is.
    public static final Set<Predicate> ACTIONS = Collections.unmodifiableSet(EnumSet.range(JUMPS, NODS));

    /// As it stands in `facts.json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
