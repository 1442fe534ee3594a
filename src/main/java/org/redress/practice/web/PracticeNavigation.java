package org.redress.practice.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PracticeNavigation {
    @Bean
    static NavEntry practiceNavEntry() {
        return new NavEntry(
                "practice.nav",
                PracticePages.PATH,
                NavEntry.UNDER_ONES_NAME,
                Role.AGENT.authority(),
                Role.SUPERVISOR.authority());
    }
}
