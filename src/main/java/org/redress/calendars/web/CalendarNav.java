package org.redress.calendars.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CalendarNav {
    @Bean
    static NavEntry calendarEntry() {
        return new NavEntry("calendars.nav", CalendarPages.PATH, 84, Role.ADMIN.authority());
    }
}
