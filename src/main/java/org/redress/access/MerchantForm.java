package org.redress.access;

/**
 * A merchant's settings as somebody typed them; not yet checked.
 *
 * @param instantCap an amount in the merchant's currency; may stay blank while the lane is off
 */
public record MerchantForm(
        String slug,
        String name,
        String language,
        String zone,
        String currency,
        boolean instantLane,
        String instantCap,
        String auditPercent) {
    /** Of a new merchant, whose claims all go to a person. */
    public MerchantForm(String slug, String name, String language, String zone, String currency) {
        this(slug, name, language, zone, currency, false, "", String.valueOf(InstantLane.USUAL_AUDIT));
    }

    public static MerchantForm of(Merchant merchant) {
        return new MerchantForm(
                merchant.slug(),
                merchant.name(),
                merchant.language().toLanguageTag(),
                merchant.zone().getId(),
                merchant.currency().getCurrencyCode(),
                merchant.instantLane().on(),
                merchant.instantLane().cap().isPositive()
                        ? merchant.instantLane().cap().amount().toPlainString()
                        : "",
                String.valueOf(merchant.instantLane().auditPercent()));
    }
}
