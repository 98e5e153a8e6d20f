package org.magicanime.segment.domain;

import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.video.FilmMeasures;

/// Tells for every frame whether it can be part of a clip.
final class FrameStates {
    /// Brightness may stand still for this many frames within a fade: drawings are often shot on twos.
    private static final int LONGEST_HOLD = 2;
    /// A step of brightness smaller than this is noise, not a fade.
    private static final double LEAST_STEP = 0.1;

    private final FilmMeasures film;
    private final ClipRules rules;
    private final FrameState[] states;

    private FrameStates(FilmMeasures film, ClipRules rules) {
        this.film = film;
        this.rules = rules;
        this.states = new FrameState[film.frames()];
    }

    static FrameState[] of(FilmMeasures film, ClipRules rules) {
        FrameStates states = new FrameStates(film, rules);
        states.markEach();
        states.markFades();
        states.markTransitions();
        states.markStill();
        return states.states;
    }

    private void markEach() {
        for (int i = 0; i < states.length; i++) {
            if (film.damaged()[i]) {
                states[i] = FrameState.DAMAGED;
            } else if (film.darkShare()[i] >= rules.blackShare()) {
                states[i] = FrameState.BLACK;
            } else if (film.deviation()[i] <= rules.blankDeviation()) {
                states[i] = FrameState.BLANK;
            } else {
                states[i] = FrameState.USABLE;
            }
        }
    }

    /// A fade begins at a frame of one colour; from there, contrast grows and brightness moves one way (after
    /// Lienhart, "Comparison of automatic shot boundary detection algorithms", 1999, section 4: fades by the
    /// standard deviation).
    private void markFades() {
        FrameState[] before = states.clone();
        for (int i = 0; i < before.length; i++) {
            if (isOneColour(before[i])) {
                if (i + 1 < before.length && before[i + 1] == FrameState.USABLE) {
                    markFade(before, i, 1);
                }
                if (i > 0 && before[i - 1] == FrameState.USABLE) {
                    markFade(before, i, -1);
                }
            }
        }
    }

    private void markFade(FrameState[] before, int edge, int step) {
        int last = edge;
        int hold = 0;
        int direction = 0;
        double[] seconds = {0};
        for (int i = edge + step; i >= 0 && i < before.length && before[i] == FrameState.USABLE; i += step) {
            double lumaStep = film.luma()[i] - film.luma()[i - step];
            double deviationStep = film.deviation()[i] - film.deviation()[i - step];
            seconds[0] = Math.abs(seconds(i) - seconds(edge));
            if (seconds[0] > rules.longestFadeSeconds()) {
                break;
            }
            if (Math.abs(lumaStep) < LEAST_STEP && Math.abs(deviationStep) < LEAST_STEP) {
                if (++hold > LONGEST_HOLD) {
                    break;
                }
                continue;
            }
            int sign = lumaStep > 0 ? 1 : -1;
            boolean contrastGrows = deviationStep > 0;
            if (Math.abs(lumaStep) < LEAST_STEP || (direction != 0 && sign != direction) || !contrastGrows) {
                break;
            }
            direction = sign;
            hold = 0;
            last = i;
        }
        // A single step away from one colour is a cut.
        boolean gradual = Math.abs(last - edge) >= 3;
        if (gradual && Math.abs(film.luma()[last] - film.luma()[edge]) >= rules.fadeLuma()) {
            for (int i = edge + step; i != last + step; i += step) {
                states[i] = FrameState.FADE;
            }
        }
    }

    /// What the detector saw, if it sees transitions.
    private void markTransitions() {
        for (Boundary boundary : film.boundaries()) {
            boolean gradual = boundary.kind() == Kind.FADE || boundary.kind() == Kind.DISSOLVE;
            for (int i = boundary.first(); gradual && i < Math.min(boundary.end(), states.length); i++) {
                if (states[i] == FrameState.USABLE) {
                    states[i] = boundary.kind() == Kind.FADE ? FrameState.FADE : FrameState.DISSOLVE;
                }
            }
        }
    }

    private void markStill() {
        int first = 0;
        while (first < states.length) {
            int end = first + 1;
            while (end < states.length && film.stillSince()[end] == film.stillSince()[first]) {
                end++;
            }
            if (secondsOf(first, end) >= rules.longestStillSeconds()) {
                for (int i = first; i < end; i++) {
                    if (states[i] == FrameState.USABLE) {
                        states[i] = FrameState.FROZEN;
                    }
                }
            }
            first = end;
        }
    }

    private static boolean isOneColour(FrameState state) {
        return state == FrameState.BLACK || state == FrameState.BLANK;
    }

    private double seconds(int frame) {
        return film.ticks()[frame] * film.timeBase().asDouble();
    }

    private double secondsOf(int first, int end) {
        return FrameTimes.seconds(film, first, end);
    }
}
