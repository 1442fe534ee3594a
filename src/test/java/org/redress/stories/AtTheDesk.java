package org.redress.stories;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A shop of a story's own, and its people at their desks, who go home when the story is over. */
abstract class AtTheDesk {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    MerchantId merchant = new MerchantId(new UUID(0, 0));
    Api api = Api.sample(0);

    private final List<Page> pages = new ArrayList<>();
    private @Nullable Shop shop;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(context.getBean(Merchants.class));
        api = OwnMerchant.key(context, port, merchant);
        shop = new Shop(api);
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    Shop shop() {
        return Objects.requireNonNull(shop);
    }

    Page agent() {
        return staff("Jo Park", Role.AGENT);
    }

    Page staff(String name, Role... roles) {
        return goingHome(OwnMerchant.staff(context, port, merchant, name, roles));
    }

    /** Closed when the story is over. */
    Page goingHome(Page page) {
        pages.add(page);
        return page;
    }
}
