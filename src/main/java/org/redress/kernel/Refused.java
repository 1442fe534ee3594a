package org.redress.kernel;

/**
 * Carries a {@link Refusal} out of a transaction, which rolls back. Models return refusals as values; desks throw them.
 * It has no stack trace: a no is an answer, not a fault.
 */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
