package org.redress.kernel;

import java.util.UUID;

/** The merchant whose data this is: first part of every key, and the wall between tenants. */
public record MerchantId(UUID value) {
    public static MerchantId of(String text) {
        return new MerchantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
