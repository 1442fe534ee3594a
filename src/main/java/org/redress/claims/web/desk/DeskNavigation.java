package org.redress.claims.web.desk;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeskNavigation {
    @Bean
    static NavEntry claimsNavEntry() {
        return new NavEntry("claims.nav", "/desk/claims", 10, Role.AGENT.authority(), Role.SUPERVISOR.authority());
    }

    @Bean
    static NavEntry containmentsNavEntry() {
        return new NavEntry(
                "desk.held.nav", "/desk/containments", 18, Role.AGENT.authority(), Role.SUPERVISOR.authority());
    }

    @Bean
    static NavEntry dataRequestsNavEntry() {
        return new NavEntry("desk.data.nav", DataRequestPages.PATH, 68, Role.ADMIN.authority());
    }

    @Bean
    static NavEntry watchNavEntry() {
        return new NavEntry("desk.watch.nav", WatchPages.PATH, 12, Role.SUPERVISOR.authority());
    }
}
