package org.redress.investigation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;

/**
 * One question to one person: in the warehouse, at the supplier's, at the carrier's.
 *
 * @param partner who is asked outside of the house; null inside of it
 * @param endedAt when it was answered or taken back
 * @param reply null unless it is answered
 * @param note what they wrote with it
 */
public record Task(
        MerchantId merchant,
        UUID id,
        UUID claim,
        String claimNumber,
        TaskQuestion question,
        Subject subject,
        Asked asked,
        @Nullable String partner,
        State state,
        Instant openedAt,
        String openedBy,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable TaskReply reply,
        @Nullable String note) {

    public enum State {
        OPEN,
        ANSWERED,
        /** Nobody needs to know any more. */
        CANCELLED
    }

    /** Who is asked. */
    public enum Asked {
        /** Anybody with role WAREHOUSE, or by the task's link. */
        WAREHOUSE,
        /** A supplier or a carrier, by the task's link only. */
        PARTNER;

        private static final Set<Role> SEES_ALL = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR);

        /** Whose tasks somebody may see. */
        public static Set<Asked> openTo(Viewer viewer) {
            return SEES_ALL.stream().anyMatch(viewer::has) ? EnumSet.allOf(Asked.class) : EnumSet.of(WAREHOUSE);
        }
    }

    /** What a question may name. */
    public enum Part {
        SLOT("slot"),
        SKU("sku"),
        OTHER_SKU("otherSku"),
        LOT("lot"),
        PARCEL("parcel"),
        ORDER("orderNumber");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** As outside clients call it. */
        public String field() {
            return field;
        }
    }

    /**
     * What a question is about, as far as it needs it.
     *
     * @param slot or bench, as events name it: a URI
     * @param parcel by its tracking number
     * @param moment when it was packed
     * @param benchGrams what the bench's scale said, to compare the carrier's with
     */
    public record Subject(
            @Nullable String slot,
            @Nullable Sku sku,
            @Nullable Sku otherSku,
            @Nullable String lot,
            @Nullable String parcel,
            @Nullable String order,
            @Nullable Instant moment,
            @Nullable Integer benchGrams) {
        public static final Subject NOTHING = new Subject(null, null, null, null, null, null, null, null);

        public @Nullable String value(Part part) {
            return switch (part) {
                case SLOT -> slot;
                case SKU -> sku == null ? null : sku.value();
                case OTHER_SKU -> otherSku == null ? null : otherSku.value();
                case LOT -> lot;
                case PARCEL -> parcel;
                case ORDER -> order;
            };
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isOpenTo(Viewer viewer) {
        return Asked.openTo(viewer).contains(asked);
    }
}
