package org.redress.replay.web;

import org.redress.remedy.PolicyLink;
import org.redress.remedy.PolicyTab;
import org.redress.remedy.PolicyVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class ReplayNavigation {
    @Bean
    @Order(0)
    static PolicyTab replaysTab() {
        return new PolicyTab("replay.nav", ReplayPages.PATH);
    }

    @Bean
    @Order(1)
    static PolicyTab evennessTab() {
        return new PolicyTab("replay.even.nav", EvennessPages.PATH);
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
