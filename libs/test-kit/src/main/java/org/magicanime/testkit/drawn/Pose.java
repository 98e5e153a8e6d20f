package org.magicanime.testkit.drawn;

/// How a person holds the limbs and the head, whatever size and place.
///
/// @param left the person's own left arm
/// @param right the person's own right arm
/// @param leftLeg the person's own left leg
/// @param rightLeg the person's own right leg
/// @param head of the head
/// @param breath shoulders raised, in units of the body
/// @param lift feet above the ground, in units of the body
record Pose(Arm left, Arm right, Leg leftLeg, Leg rightLeg, Head head, double breath, double lift) {

    /// Angles in degrees: 0 hangs straight down, 90 points away from the body, 180 up.
    ///
    /// @param palm 1: the palm looks at the viewer, -1: the back of the hand; between them it is seen from its edge
    /// @param curl 0: fingers stretched, 1: all but the index finger curled
    record Arm(double upper, double fore, double hand, double palm, double curl) {
        Arm blend(Arm other, double share) {
            return new Arm(
                    mix(upper, other.upper, share),
                    mix(fore, other.fore, share),
                    mix(hand, other.hand, share),
                    mix(palm, other.palm, share),
                    mix(curl, other.curl, share));
        }
    }

    /// Angles in degrees: 0 is straight down, positive away from the body.
    ///
    /// @param thighLength 1, or less where the thigh points at the viewer
    /// @param shinLength 1, or less where the shin points away
    record Leg(double thigh, double shin, double thighLength, double shinLength) {
        Leg blend(Leg other, double share) {
            return new Leg(
                    mix(thigh, other.thigh, share),
                    mix(shin, other.shin, share),
                    mix(thighLength, other.thighLength, share),
                    mix(shinLength, other.shinLength, share));
        }
    }

    /// @param tilt degrees, positive towards the picture's right
    /// @param turn how far the face is turned, positive towards the picture's right: see {@link Actor#turn}
    /// @param nod -1 looking up, 1 looking down
    /// @param eyes 1 open, 0 shut
    record Head(double tilt, double turn, double nod, double eyes) {
        Head blend(Head other, double share) {
            return new Head(
                    mix(tilt, other.tilt, share),
                    mix(turn, other.turn, share),
                    mix(nod, other.nod, share),
                    mix(eyes, other.eyes, share));
        }
    }

    /// @param share 0 is this pose, 1 is the other
    Pose blend(Pose other, double share) {
        return new Pose(
                left.blend(other.left, share),
                right.blend(other.right, share),
                leftLeg.blend(other.leftLeg, share),
                rightLeg.blend(other.rightLeg, share),
                head.blend(other.head, share),
                mix(breath, other.breath, share),
                mix(lift, other.lift, share));
    }

    Pose withArms(Arm newLeft, Arm newRight) {
        return new Pose(newLeft, newRight, leftLeg, rightLeg, head, breath, lift);
    }

    Pose withLegs(Leg newLeft, Leg newRight, double newLift) {
        return new Pose(left, right, newLeft, newRight, head, breath, newLift);
    }

    Pose withHead(Head newHead) {
        return new Pose(left, right, leftLeg, rightLeg, newHead, breath, lift);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
