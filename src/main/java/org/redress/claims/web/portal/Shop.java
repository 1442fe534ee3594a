package org.redress.claims.web.portal;

import java.time.ZoneId;
import org.redress.access.Merchant;
import org.redress.kernel.MerchantId;

/** The shop whose portal this is. */
public record Shop(MerchantId merchant, String slug, String name, ZoneId zone) {
    static Shop of(Merchant merchant) {
        return new Shop(merchant.id(), merchant.slug(), merchant.name(), merchant.zone());
    }

    /** Its first page, which is also where each step is sent. */
    public String path() {
        return "/shop/" + slug;
    }
}
