package org.magicanime.contracts;

/// This input can never pass. Thrown deep inside a stage; the messaging kit tells the rejection and is done with the
/// input.
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ItemRejected rejection;

    public RejectedException(ItemRejected rejection) {
        super(rejection.code() + ": " + rejection.reason());
        this.rejection = rejection;
    }

    public ItemRejected rejection() {
        return rejection;
    }
}
