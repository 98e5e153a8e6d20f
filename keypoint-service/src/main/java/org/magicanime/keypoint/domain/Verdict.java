package org.magicanime.keypoint.domain;

import org.magicanime.contracts.Framing;
import org.magicanime.judging.Missed;

/// What the rules say of one frame.
public sealed interface Verdict {
    /// Exactly one character, with a valid pose.
    record Valid(Framing framing) implements Verdict {}

    /// Why not.
    record Invalid(Missed why) implements Verdict {
        /// For machines.
        public org.magicanime.judging.Reason reason() {
            return why.reason();
        }
    }

    /// Why a frame, or a run of frames, is in no span.
    enum Reason implements org.magicanime.judging.Reason {
        NO_CHARACTER("no-character", "no character is seen"),
        NOT_HUMANOID("not-humanoid", "the character is an animal"),
        SEVERAL_CHARACTERS("several-characters", "more than one character is seen"),
        POSE_NOT_VALID("pose-not-valid", "the pose is not certain"),
        SPAN_TOO_SHORT("span-too-short", "the pose is valid for too short a time");

        private final String code;
        private final String words;

        Reason(String code, String words) {
            this.code = code;
            this.words = words;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
