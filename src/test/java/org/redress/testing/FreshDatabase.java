package org.redress.testing;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's application context a database and a home folder of its own, before the product inspects it. */
@Order(0)
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = new HashMap<String, Object>(TestPostgres.freshDatabase());
        settings.put("redress.test-database", true);
        try {
            settings.put(
                    "redress.home",
                    java.nio.file.Files.createTempDirectory("redress-test").toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh-database", settings));
    }
}
