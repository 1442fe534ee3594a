package org.redress.traces.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TracesNav {
    @Bean
    static NavEntry parcelsEntry() {
        return new NavEntry(
                "traces.nav",
                ParcelPages.PATH,
                40,
                Role.AGENT.authority(),
                Role.SUPERVISOR.authority(),
                Role.ADMIN.authority());
    }
}
