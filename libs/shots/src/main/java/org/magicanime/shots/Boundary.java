package org.magicanime.shots;

import org.jspecify.annotations.Nullable;

/// Where a film goes from one shot to the next, or seems to.
///
/// Frames are numbered from 0 in decode order. A cut has `first` = `end` = the first frame of the new shot. A fade, a
/// dissolve and a flash have `first` = the first frame that belongs to neither side and `end` = the one after the last.
///
/// @param kind what it is
/// @param first see above
/// @param end exclusive
/// @param begins the first frame that counts to the new shot: `first` of a cut and of a fade from one colour, `end` of
///     a fade to one colour, the middle of a dissolve; `end` of a flash, at which no shot begins
/// @param confidence 0 to 1
/// @param signals what was measured there
/// @param why how it was found; those that earlier versions kept were found at the first look
public record Boundary(Kind kind, int first, int end, int begins, double confidence, Signals signals, Why why) {
    /// How one shot goes over into the next.
    public enum Kind {
        CUT,
        /// From or to a picture of one colour.
        FADE,
        DISSOLVE,
        /// The picture goes away for some frames and comes back; no shot ends here.
        FLASH;

        /// Whether the frames before and after belong to different shots.
        public boolean divides() {
            return this != FLASH;
        }
    }

    /// How a boundary was found.
    public enum Why {
        /// By what was measured there alone.
        FIRST_LOOK,
        /// There is less of a cut in it than the first look needs, in a shot whose ends differ: see {@link SecondLook}.
        SECOND_LOOK,
        /// By a network, which was shown the film.
        NETWORK
    }

    /// What was measured at a boundary.
    ///
    /// @param brightness mean |difference| of luma of the two sides, 0 to 255
    /// @param colour mean |difference| of both chroma, added, 0 to 510
    /// @param structure 1 − correlation of the luma gradients, 0 to 2
    /// @param unexplained mean |difference| of luma that motion does not explain, in standard deviations of
    ///     luma (plus 4 of 255)
    /// @param changed share of the picture's blocks in which motion does not explain the change, 0 to 1
    /// @param prominence `unexplained` here, in multiples of the frames around; for gradual boundaries, the
    ///     share of the change that a mixture of both sides explains, 0 to 1
    /// @param network the highest score of a network in the frames there, 0 to 1; absent if none was asked
    public record Signals(
            double brightness,
            double colour,
            double structure,
            double unexplained,
            double changed,
            double prominence,
            @Nullable Double network) {
        /// Without a network's score.
        public Signals(
                double brightness,
                double colour,
                double structure,
                double unexplained,
                double changed,
                double prominence) {
            this(brightness, colour, structure, unexplained, changed, prominence, null);
        }

        /// The same with a network's score.
        public Signals withNetwork(double score) {
            return new Signals(brightness, colour, structure, unexplained, changed, prominence, score);
        }
    }

    /// One that was found at the first look.
    public Boundary(Kind kind, int first, int end, int begins, double confidence, Signals signals) {
        this(kind, first, end, begins, confidence, signals, Why.FIRST_LOOK);
    }

    public Boundary {
        why = why == null ? Why.FIRST_LOOK : why;
        if (first < 0 || end < first || begins < first || begins > end || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("not a boundary: " + first + " to " + end + ", " + confidence);
        }
    }

    /// The same with other signals.
    public Boundary withSignals(Signals other) {
        return new Boundary(kind, first, end, begins, confidence, other, why);
    }

    /// A cut of which nothing more is known.
    public static Boundary certainCut(int frame) {
        return new Boundary(Kind.CUT, frame, frame, frame, 1, new Signals(0, 0, 0, 0, 0, 0));
    }
}
