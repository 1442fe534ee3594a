package org.redress.testing;

import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.springframework.context.ApplicationContext;

/** A merchant in Britain that nobody else's orders get in the way of. */
public final class OwnMerchant {
    private static final String PASSWORD = "a few words in a row";

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
        return key(context, port, found(context.getBean(Merchants.class)));
    }

    /** Over REST, with a key that may do everything. */
    public static Api key(ApplicationContext context, int port, MerchantId merchant) {
        return Api.sample(port)
                .withKey(context.getBean(ApiKeys.class).create(merchant, "Story", Set.of(Role.values())));
    }

    /** An agent of theirs at an English desk, signed in. Close the page's context when the story is over. */
    public static Page agent(ApplicationContext context, int port, MerchantId merchant) {
        return staff(context, port, merchant, "Jo Park", Role.AGENT);
    }

    /** Somebody of theirs at an English desk, signed in. Close the page's context when the story is over. */
    public static Page staff(ApplicationContext context, int port, MerchantId merchant, String name, Role... roles) {
        var email = UUID.randomUUID() + "@example.org";
        var path = context.getBean(Accounts.class).invite(merchant, email, name, Set.of(roles));
        context.getBean(OneTimeLinks.class).choosePassword(path.substring("/password/".length()), PASSWORD);
        var page = Browser.desk("http://127.0.0.1:" + port, "en");
        page.navigate("/login");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(address -> !address.endsWith("/login"));
        return page;
    }
}
