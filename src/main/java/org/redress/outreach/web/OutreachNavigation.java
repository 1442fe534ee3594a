package org.redress.outreach.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutreachNavigation {
    @Bean
    static NavEntry outreachNavEntry() {
        return new NavEntry(
                "outreach.nav", OutreachPages.PATH, 20, Role.AGENT.authority(), Role.SUPERVISOR.authority());
    }
}
