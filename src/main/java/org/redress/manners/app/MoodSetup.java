package org.redress.manners.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.redress.manners.Moods;
import org.redress.manners.model.MoodWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class MoodSetup {
    @Bean
    Moods moods() {
        try {
            return new MoodWords(new ClassPathResource("manners/moods.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
