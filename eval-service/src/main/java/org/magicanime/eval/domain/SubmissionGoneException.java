package org.magicanime.eval.domain;

/// A method's video is not there any more as it was when the evaluation was planned, or is too large.
public final class SubmissionGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubmissionGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
