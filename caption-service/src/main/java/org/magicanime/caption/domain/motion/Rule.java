package org.magicanime.caption.domain.motion;

import java.util.Arrays;
import java.util.Optional;
import org.magicanime.contracts.Bound;

/// A threshold of what is said, and where it is from. Lengths are in torso lengths (middle of the shoulders to
/// middle of the hips), times in seconds, angles in degrees.
///
/// PoseScript is Delmas et al., ECCV 2022 (its posecodes: categories of angles, distances and relative positions);
/// MotionScript is Yazdian et al. 2023 (posecodes over time). Both are in metres and in 3D: a torso length counts as
/// 0.5 m, and what only depth tells is not said. "Drawn" values lie between what drawn figures do and what they do not.
public enum Rule {
    CONFIDENCE("confidence", 0.3, Bound.AT_LEAST, "DWPose and OpenPose draw points from 0.3 on"),
    HOLD("hold.seconds", 0.5, Bound.AT_LEAST, "drawn: what is held for half a second is a pose"),
    KNOWN("known.share", 0.6, Bound.AT_LEAST, "drawn: share of frames in which the points are seen"),

    STAND_LEGS("stand.legs", 1.1, Bound.AT_LEAST, "drawn: height of hips over ankles; 1.5 standing straight"),
    SIT_THIGH(
            "sit.thigh",
            0.85,
            Bound.AT_MOST,
            "drawn, as the starter models see it: height of hips over knees by that of knees over ankles; 0.55 to 0.75 "
                    + "sitting, seen from the front, and from 0.97 on standing"),
    SIT_SHIN("sit.shin", 0.4, Bound.AT_LEAST, "drawn: height of knees over ankles"),
    KNEEL_THIGH("kneel.thigh", 0.45, Bound.AT_LEAST, "drawn: height of hips over knees; 0.76 for a thigh that hangs"),
    KNEEL_SHIN("kneel.shin", 0.25, Bound.AT_MOST, "PoseScript: below 0.15 m counts as the same height"),
    LIE_TILT("lie.tilt", 60, Bound.AT_LEAST, "PoseScript has 80 for horizontal in 3D; pictures foreshorten"),
    LEAN_TILT("lean.tilt", 15, Bound.AT_LEAST, "PoseScript has 10 for not vertical; less is breath"),
    FACE_FRONT("facing.front", 0.35, Bound.AT_LEAST, "drawn: signed width of the shoulders; 0.62 from the front"),
    FACE_SIDE("facing.side", 0.2, Bound.AT_MOST, "drawn: width of the shoulders from the side"),

    STEP_SWING("step.swing", 0.15, Bound.AT_LEAST, "drawn: how far one ankle leaves the other, to and fro; 0.55"),
    STEP_LEAST("step.least", 1.5, Bound.AT_LEAST, "steps that make a walk"),
    STEP_SLOWEST("step.slowest", 0.3, Bound.AT_LEAST, "pairs of steps a second; 0.9 to 1.0 is usual"),
    STEP_FASTEST("step.fastest", 3.5, Bound.AT_MOST, "pairs of steps a second; sprinters have 2.5"),
    RUN_CADENCE("run.cadence", 2.6, Bound.AT_LEAST, "steps a second: people walk with 1.7 to 2.2, run with 2.6 to 3"),
    MOVE_DISTANCE("move.distance", 0.5, Bound.AT_LEAST, "PoseScript: relative position from 0.15 m on; thrice that"),
    MOVE_SPEED("move.speed", 0.1, Bound.AT_LEAST, "torso lengths a second; less is a drift"),
    GROWTH("growth", 1.15, Bound.AT_LEAST, "torso at the end against the beginning"),
    JUMP_HEIGHT("jump.height", 0.15, Bound.AT_LEAST, "drawn: the lower foot above the ground; 0.42"),
    JUMP_SECONDS("jump.seconds", 1.2, Bound.AT_MOST, "longer is no jump"),

    WAVE_SWING("wave.swing", 0.12, Bound.AT_LEAST, "drawn: hand to and fro, sideways; 0.33"),
    WAVE_LEAST("wave.least", 1, Bound.AT_LEAST, "times to and fro"),
    WAVE_SLOWEST("wave.slowest", 0.5, Bound.AT_LEAST, "times a second"),
    WAVE_FASTEST("wave.fastest", 5, Bound.AT_MOST, "times a second"),
    CLAP_NEAR("clap.near", 0.3, Bound.AT_MOST, "PoseScript: hands closer than 0.2 m are together; wrists"),
    CLAP_SWING("clap.swing", 0.2, Bound.AT_LEAST, "drawn: hands apart and together"),
    CLAP_LEAST("clap.least", 1.5, Bound.AT_LEAST, "times together"),
    CLAP_FASTEST("clap.fastest", 6, Bound.AT_MOST, "times a second"),
    RAISE("raise", 0.6, Bound.AT_LEAST, "MotionScript: a change of position; hand upwards past the chest"),
    RAISE_SECONDS("raise.seconds", 2.5, Bound.AT_MOST, "longer is a drift"),
    STRAIGHT("elbow.straight", 150, Bound.AT_LEAST, "PoseScript: straight from 160 on, in 3D"),
    BENT("elbow.bent", 105, Bound.AT_MOST, "PoseScript: bent at a right angle up to 105"),
    KNEE_STRAIGHT("knee.straight", 160, Bound.AT_LEAST, "PoseScript: straight from 160 on"),
    KNEE_BENT("knee.bent", 135, Bound.AT_MOST, "PoseScript: partially bent up to 135"),
    ARM_AWAY("arm.away", 55, Bound.AT_LEAST, "drawn: angle of the arm from hanging; 90 points to the side"),
    ARM_UP("arm.up", 135, Bound.AT_LEAST, "above it an arm points upwards"),
    INDEX("point.index", 1.6, Bound.AT_LEAST, "drawn: tip of the index finger over its knuckle, from the wrist; 1.9"),
    CURLED("point.curled", 1.6, Bound.AT_MOST, "drawn: likewise of the other fingers; 1.4 curled, 2 stretched"),
    HAND_NEAR_HIP("hand.hip", 0.45, Bound.AT_MOST, "PoseScript: close below 0.2 m"),
    HAND_HIGH("hand.above-head", 0.2, Bound.AT_LEAST, "PoseScript: relative position from 0.15 m on; above the eyes"),
    HAND_NEAR_FACE("hand.face", 0.35, Bound.AT_MOST, "PoseScript: close below 0.2 m"),
    OPEN_HAND("hand.open", 1.75, Bound.AT_LEAST, "drawn: tips of four fingers over their knuckles, from the wrist"),
    CLOSED_HAND("hand.fist", 1.3, Bound.AT_MOST, "drawn: likewise"),

    TURN(
            "head.turn",
            0.1,
            Bound.AT_LEAST,
            "drawn, as the starter models see it: tip of the nose from the middle of the eyes' outer corners, in their "
                    + "distance; 0.13 to 0.24 turning, at most 0.06 otherwise"),
    YAW(
            "head.yaw",
            0.25,
            Bound.AT_LEAST,
            "drawn: nose from the middle of the ears, in halves of their distance, where head.turn finds nothing"),
    YAW_SHAKE("head.shake", 0.22, Bound.AT_LEAST, "likewise, to and fro"),
    SHAKE_SLOWEST("head.shake-slowest", 0.6, Bound.AT_LEAST, "times a second; slower is looking around"),
    ASIDE("head.aside", 0.3, Bound.AT_LEAST, "likewise, held"),
    PROFILE(
            "head.profile",
            0.6,
            Bound.AT_MOST,
            "likewise; beyond it one ear is guessed, and its trembling no movement"),
    NOD(
            "head.nod",
            0.07,
            Bound.AT_LEAST,
            "drawn, as the starter models see it: eyes over the shoulders, to and fro; 0.09 to 0.13 nodding, 0.05 "
                    + "talking, up to 0.07 in a jump"),
    NOD_SLOWEST("head.nod-slowest", 0.4, Bound.AT_LEAST, "times a second"),
    NOD_FASTEST("head.nod-fastest", 4, Bound.AT_MOST, "times a second"),
    NOD_LEAST("head.nod-least", 1, Bound.AT_LEAST, "times"),
    MOUTH_SWING(
            "mouth.swing",
            0.06,
            Bound.AT_LEAST,
            "drawn, as the starter models see it: distances between the eyes; docs/speech.md has 0.07 for mouth.range"),
    MOUTH_LEAST("mouth.least", 1.5, Bound.AT_LEAST, "times open and shut"),
    MOUTH_OPEN("mouth.open", 0.12, Bound.AT_LEAST, "drawn: height of the inner lips, in distances between the eyes"),
    EYE_SHUT("eye.shut", 0.2, Bound.AT_MOST, "Soukupova and Cech 2016: height of an eye over its width"),
    BLINK_SECONDS("eye.blink-seconds", 0.4, Bound.AT_MOST, "longer is shut"),
    STILL("still", 0.12, Bound.AT_MOST, "MotionScript: below its least change of position");

    private final String key;
    private final double threshold;
    private final Bound bound;
    private final String source;

    Rule(String key, double threshold, Bound bound, String source) {
        this.key = key;
        this.threshold = threshold;
        this.bound = bound;
        this.source = source;
    }

    /// As settings, facts and parameters name it.
    public String key() {
        return key;
    }

    /// Without any setting.
    public double threshold() {
        return threshold;
    }

    public Bound bound() {
        return bound;
    }

    /// Where the threshold is from.
    public String source() {
        return source;
    }

    /// The rule of a name.
    public static Optional<Rule> find(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }
}
