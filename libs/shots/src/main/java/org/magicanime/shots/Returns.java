package org.magicanime.shots;

import org.magicanime.shots.Area.Box;

/// Tells pictures that were only covered for a while from those that are gone: what comes back was a flash, and what
/// was there before something covered it begins no shot.
final class Returns {
    /// A drawing that came back.
    private static final double SAME_STRUCTURE = 0.5;
    private static final double SAME_BRIGHTNESS = 0.6;
    /// Frames after a candidate, or before, in which what moves has made room.
    static final int LATER = 4;
    /// Frames for which a picture is away at least, so that slow motion is no return.
    private static final int LEAST_ABSENCE = 2;
    /// A flash that dims slowly comes back after at most this many times the longest flash.
    static final int SLOW_FLASH = 4;

    private final double blankDeviation;
    private final int longestFlash;
    private final Pictures pictures;

    /// @param blankDeviation of luma, 0 to 127.5: below it a picture is one colour, of which nothing can come back
    /// @param longestFlash frames
    Returns(double blankDeviation, int longestFlash, Pictures pictures) {
        this.blankDeviation = blankDeviation;
        this.longestFlash = longestFlash;
        this.pictures = pictures;
    }

    /// Frames after which nothing comes back any more.
    int longest() {
        return SLOW_FLASH * longestFlash;
    }

    /// Whether what begins with a candidate was there before it.
    ///
    /// @param last frame that is known
    boolean resumes(CutCandidate candidate, int last, Box box) {
        return wasHere(candidate, candidate.frame, box)
                || (candidate.frame + LATER <= last && wasHere(candidate, candidate.frame + LATER, box));
    }

    /// Notes the frame at which the picture from before a candidate is there again, if it is this one.
    void await(CutCandidate candidate, int frame, Box box) {
        if (candidate.returned == 0
                && frame - candidate.frame <= (candidate.blinding ? SLOW_FLASH : 1) * longestFlash
                && isBack(candidate, pictures.at(frame), box)) {
            candidate.returned = frame;
        }
    }

    /// Whether the picture is that from before the candidate again: at once before, or somewhat earlier, when what now
    /// covers it was not in it yet.
    private boolean isBack(CutCandidate candidate, Picture now, Box box) {
        return isSame(candidate, pictures.at(candidate.frame - 1), now, box)
                || (candidate.frame > LATER && isSame(candidate, pictures.at(candidate.frame - 1 - LATER), now, box));
    }

    /// Whether the picture from the candidate on was there before, and was covered since.
    private boolean wasHere(CutCandidate candidate, int frame, Box box) {
        Picture now = pictures.at(frame);
        int first = Math.max(0, candidate.frame - 1 - longestFlash - LATER);
        for (int earlier = candidate.frame - LEAST_ABSENCE; earlier >= first; earlier -= 2) {
            if (isSame(candidate, pictures.at(earlier), now, box)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(CutCandidate candidate, Picture before, Picture now, Box box) {
        return before.deviation > blankDeviation
                && Compared.structure(before, now, box) < SAME_STRUCTURE
                && Compared.brightness(before, now, box) < SAME_BRIGHTNESS * candidate.brightness;
    }
}
