package org.redress.settlement.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReturnNavigation {
    @Bean
    static NavEntry returnsNavEntry() {
        return new NavEntry(
                "settlement.back.nav",
                ReturnPages.PATH,
                20,
                Role.AGENT.authority(),
                Role.SUPERVISOR.authority(),
                Role.WAREHOUSE.authority());
    }
}
