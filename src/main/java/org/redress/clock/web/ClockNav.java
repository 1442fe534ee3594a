package org.redress.clock.web;

import org.redress.access.Role;
import org.redress.clock.Practice;
import org.redress.ui.NavEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@ConditionalOnBooleanProperty(Practice.SWITCH)
class ClockNav {
    @Bean
    static NavEntry clockEntry() {
        return new NavEntry("clock.nav", ClockPages.PATH, 85, Role.ADMIN.authority());
    }
}
