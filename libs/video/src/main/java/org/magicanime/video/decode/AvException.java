package org.magicanime.video.decode;

/// A call into libav* failed.
final class AvException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    /// @param doing what was tried, as in "opening the film"
    /// @param code libav's negative error code
    AvException(String doing, int code) {
        super(doing + " failed: " + Av.message(code));
        this.code = code;
    }

    int code() {
        return code;
    }
}
