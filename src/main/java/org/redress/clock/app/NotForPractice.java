package org.redress.clock.app;

/** The product cannot start with this clock. Says why and what to do. */
final class NotForPractice extends RuntimeException {
    private final String remedy;

    NotForPractice(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
