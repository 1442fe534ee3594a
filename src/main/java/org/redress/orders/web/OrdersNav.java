package org.redress.orders.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OrdersNav {
    @Bean
    static NavEntry ordersEntry() {
        return new NavEntry(
                "orders.nav",
                OrderPages.PATH,
                30,
                Role.AGENT.authority(),
                Role.SUPERVISOR.authority(),
                Role.ADMIN.authority());
    }
}
