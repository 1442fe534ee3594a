package org.redress.database.postgres;

/** The database cannot serve as it is, and an administrator can mend it. Says what is wrong and what to do. */
final class UnfitDatabase extends RuntimeException {
    private final String remedy;

    UnfitDatabase(String wrong, String remedy) {
        super(wrong);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
