package org.redress.manners.app;

import org.redress.manners.Coach;
import org.redress.manners.model.ReadingCoach;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MannersSetup {
    @Bean
    Coach coach() {
        return ReadingCoach.ofTheHouse();
    }
}
