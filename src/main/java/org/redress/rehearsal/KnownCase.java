package org.redress.rehearsal;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.orders.Order;
import org.redress.traces.Parcel;

/**
 * A made-up order that went wrong (or did not), with what the records betray of it, ready to be put into a merchant that is
 * nobody’s. Its customer has a telephone number that reaches nobody, and no e-mail address.
 *
 * @param events an EPCIS 2.0 document
 * @param line what the customer says is wrong
 * @param ordered how people call the article in question
 * @param came how people call what the customer has instead, or where they ordered by mistake what they meant; else as ordered
 * @param photos that come with the complaint
 * @param later those that the customer sends when asked
 * @param other the second customer whose parcel this one was mixed up with
 */
public record KnownCase(
        Lesson lesson,
        Order order,
        Parcel parcel,
        String events,
        Filing.Line line,
        Demand demand,
        String ordered,
        String came,
        List<Photo> photos,
        List<Photo> later,
        @Nullable Other other) {
    /** A photograph, drawn when it is needed. */
    public record Photo(String fileName, EvidenceKind kind, Supplier<byte[]> drawn) {}

    /** Another customer, of whom this one must not hear. */
    public record Other(
            String name, String orderNumber, @Nullable String phone) {}
}
