package org.redress.sheets.web;

import org.redress.access.Role;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SheetsNav {
    @Bean
    static NavEntry importsEntry() {
        return new NavEntry("sheets.nav", ImportPages.PATH, 70, Role.ADMIN.authority());
    }
}
