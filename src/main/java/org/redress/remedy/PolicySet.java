package org.redress.remedy;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;

/** One version of the rules of one area. The same case gets the same answer, whoever asks and however often. */
public interface PolicySet {
    Area area();

    /** Such as {@code 2026-1} for the product's own, or the merchant's number. */
    String version();

    /** The first day in force. */
    LocalDate from();

    /** The fair plans, the least costly first; what the customer asked for is among them, or the reason why it cannot be. */
    RemedyChoice options(RemedyCase remedyCase);

    /** Whether a plan, however it was put together, may be offered for this case. */
    RemedyVerdict judge(RemedyCase remedyCase, RemedyPlan plan);

    /** Whether a remedy may be offered without an agent (domain.md F10); a merchant's own switch and cap come on top. */
    Answer<Boolean> atOnce(String verdict, String severity, Money cost);

    /** How long somebody has for something, by the channel the claim came by (domain.md S32). */
    Duration clock(String channel, Clock clock);

    /** The numbers behind costs and limits. */
    Figures figures();

    /** Who owes what. */
    enum Clock {
        /** An answer to a fresh claim, and an offer for an accepted one. */
        DECISION,
        /** A look at an offer above an agent's limit, or at a rejection. */
        APPROVAL,
        /** The customer's time to send what is missing. */
        INFORMATION,
        /** The customer's time to answer an offer. */
        OFFER,
        /** Carrying out what was agreed. */
        EXECUTION,
        /** A look at what failed, or at a customer who is not satisfied. */
        REPAIR,
        /** The customer's time to say whether all is well. */
        FOLLOW_UP
    }

    /** What a row says, and which. */
    record Answer<T>(T value, Rule rule) {}

    /** Whether these are the product's own rules, or the merchant's. */
    default boolean isShipped() {
        return id() == null;
    }

    /** The merchant's version, or null for the product's own. */
    java.util.@Nullable UUID id();
}
