package org.redress.rehearsal.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;

/**
 * What the customer of a sample order tells us, and what becomes of it.
 *
 * @param says what the agent answers, where the plot needs words
 * @param replies what the customer says to that
 */
public record Complaint(
        String orderNumber,
        @Nullable String trackingNumber,
        Filing.Contact contact,
        Locale language,
        Channel channel,
        Demand demand,
        String statement,
        List<Filing.Line> lines,
        List<Photo> photos,
        Plot plot,
        String says,
        String replies) {
    /** How far the claim has gone by the time somebody looks. */
    public enum Plot {
        /** Nobody has looked yet. */
        NEW,
        ACCEPTED,
        /** The customer is asked for something. */
        ASKED,
        OFFERED,
        /** The customer would rather have another of the options. */
        COUNTERED,
        /** The customer agreed; it is being carried out. */
        AGREED,
        CLOSED_HAPPY,
        /** Carried out, but the customer is not satisfied. */
        UNHAPPY,
        REJECTED_AND_APPEALED,
        ESCALATED
    }

    /** A photograph that comes with it, drawn when it is needed. */
    public record Photo(String fileName, EvidenceKind kind, Supplier<byte[]> drawn) {}
}
