package org.redress.testing;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.redress.access.ApiKeys;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.springframework.context.ApplicationContext;

/** A merchant in Britain that nobody else's orders get in the way of. */
public final class OwnMerchant {
    private OwnMerchant() {}

    public static MerchantId found(Merchants merchants) {
        var id = new MerchantId(Ids.next());
        return merchants
                .found(new Merchant(
                        id,
                        "m" + id.toString().replace("-", ""),
                        "Quay Street",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP")))
                .id();
    }

    /** The same, with a key that may do everything. */
    public static Api found(ApplicationContext context, int port) {
        var id = found(context.getBean(Merchants.class));
        return Api.sample(port).withKey(context.getBean(ApiKeys.class).create(id, "Story", Set.of(Role.values())));
    }
}
