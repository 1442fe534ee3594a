package org.redress.access;

/** A merchant's settings as somebody typed them; not yet checked. */
public record MerchantForm(
        String slug, String name, String language, String zone, String currency, boolean instantLane) {
    public static MerchantForm of(Merchant merchant) {
        return new MerchantForm(
                merchant.slug(),
                merchant.name(),
                merchant.language().toLanguageTag(),
                merchant.zone().getId(),
                merchant.currency().getCurrencyCode(),
                merchant.instantLane());
    }
}
