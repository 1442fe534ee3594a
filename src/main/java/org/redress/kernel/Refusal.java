package org.redress.kernel;

import java.util.List;

/**
 * A clear no: what was asked for is against a rule, and nothing has changed.
 *
 * @param kind how an outside client sees it
 * @param code stable, upper case, for programs
 * @param reason the sentence for people
 * @param faults the fields at fault, for {@link Kind#INVALID}
 */
public record Refusal(Kind kind, String code, Phrase reason, List<Fault> faults) {
    /** What kind of no; each has one HTTP status (contract.md, REST conventions). */
    public enum Kind {
        /** A field is wrong: 422. */
        INVALID,
        /** A rule of the lifecycle, or a second act that collides: 409. */
        CONFLICT,
        /** The caller saw an older version: 412. */
        STALE,
        /** More bytes or pixels than allowed: 413. */
        TOO_LARGE,
        /** A type of file that is not taken: 415. */
        UNSUPPORTED,
        /** Too often: 429. */
        TOO_MANY,
        /** Absent, or another merchant's: 404. */
        ABSENT,
        /** Known, but without the role: 403. */
        FORBIDDEN
    }

    /** One field at fault: a JSON pointer, a stable code and the sentence. */
    public record Fault(String pointer, String code, Phrase message) {}

    public static Refusal conflict(String code, Phrase reason) {
        return new Refusal(Kind.CONFLICT, code, reason, List.of());
    }

    public static Refusal absent() {
        return new Refusal(Kind.ABSENT, "NOT_FOUND", Phrase.of("refusal.not-found"), List.of());
    }

    public static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "FORBIDDEN", Phrase.of("refusal.forbidden"), List.of());
    }

    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, "INVALID", Phrase.of("refusal.invalid"), List.copyOf(faults));
    }

    public static Refusal invalid(String pointer, String code, Phrase message) {
        return invalid(List.of(new Fault(pointer, code, message)));
    }
}
