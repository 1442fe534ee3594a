package org.redress.replay.web;

import org.redress.access.Role;
import org.redress.remedy.PolicyLink;
import org.redress.remedy.PolicyVersion;
import org.redress.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReplayNavigation {
    @Bean
    static NavEntry replaysNavEntry() {
        return new NavEntry("replay.nav", ReplayPages.PATH, 61, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @Bean
    static NavEntry evennessNavEntry() {
        return new NavEntry(
                "replay.even.nav", EvennessPages.PATH, 62, Role.SUPERVISOR.authority(), Role.ADMIN.authority());
    }

    @Bean
    static PolicyLink tryOnPastClaims() {
        return new PolicyLink() {
            @Override
            public String text() {
                return "replay.try";
            }

            @Override
            public String href(PolicyVersion version) {
                return ReplayPages.PATH + "?policy=" + version.id();
            }
        };
    }
}
