package org.redress.orders.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OrdersNav {
    @Bean
    static NavEntry ordersEntry() {
        return new NavEntry("orders.nav", OrderPages.PATH, 30, Role.AGENT.authority());
    }

    @Bean
    static NavEntry importsEntry() {
        return new NavEntry("orders.nav.imports", ImportPages.PATH, 70, Role.ADMIN.authority());
    }
}
