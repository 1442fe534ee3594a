package org.redress.stories;

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
import org.redress.testing.Api;
import org.springframework.context.ApplicationContext;

/** A merchant in Britain that nobody else's orders get in the way of. */
final class OwnMerchant {
    private OwnMerchant() {}

    /** With a key that may do everything. */
    static Api found(ApplicationContext context, int port) {
        var id = new MerchantId(Ids.next());
        context.getBean(Merchants.class)
                .found(new Merchant(
                        id,
                        "m" + id.toString().replace("-", ""),
                        "Quay Street",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP"),
                        false));
        return Api.sample(port).withKey(context.getBean(ApiKeys.class).create(id, "Story", Set.of(Role.values())));
    }
}
