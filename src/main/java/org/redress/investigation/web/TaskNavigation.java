package org.redress.investigation.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TaskNavigation {
    @Bean
    static NavEntry learnedNavEntry() {
        return new NavEntry(
                "investigation.learned", LearnedPages.PATH, 45, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @Bean
    static NavEntry tasksNavEntry() {
        return new NavEntry(
                "investigation.task.nav",
                TaskPages.PATH,
                19,
                Role.AGENT.authority(),
                Role.SUPERVISOR.authority(),
                Role.WAREHOUSE.authority());
    }
}
