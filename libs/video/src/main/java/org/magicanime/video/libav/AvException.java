package org.magicanime.video.libav;

/// A call into libav* failed.
public final class AvException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    /// @param doing what was tried, as in "opening the film"
    /// @param code libav's negative error code
    AvException(String doing, int code) {
        super(doing + " failed: " + Av.message(code));
        this.code = code;
    }

    public int code() {
        return code;
    }
}
