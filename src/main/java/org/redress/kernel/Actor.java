package org.redress.kernel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** Who acts. Stands in every ledger entry. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Actor {
    /** Someone of the merchant's staff, logged in. */
    record Staff(UUID account, String name) implements Actor {}

    /** A program of the merchant's, by its key. It may speak for a customer; the ledger then says so. */
    record Program(UUID apiKey, String name) implements Actor {}

    /** The customer, by the link of one claim or in the portal. */
    record Customer() implements Actor {}

    /** The product itself: a rule, a job, a reading. */
    record Product() implements Actor {}

    /** A stable id that tells two actors apart, such as proposer and approver. */
    default String identity() {
        return switch (this) {
            case Staff(var account, var _) -> "staff:" + account;
            case Program(var key, var _) -> "program:" + key;
            case Customer() -> "customer";
            case Product() -> "product";
        };
    }
}
