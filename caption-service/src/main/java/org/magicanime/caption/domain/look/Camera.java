package org.magicanime.caption.domain.look;

import java.util.Locale;

/// What the camera does.
public enum Camera {
    STATIC,
    PAN_LEFT,
    PAN_RIGHT,
    TILT_UP,
    TILT_DOWN,
    ZOOM_IN,
    ZOOM_OUT,
    SHAKE,
    /// The pictures do not say.
    UNKNOWN;

    /// As it stands in `facts.json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
