package org.redress.database.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where no {@code spring.datasource.url} is set, starts the embedded PostgreSQL before anything else and points the
 * usual Spring settings at it. The server is stopped after the application context is closed.
 */
final class EmbeddedPostgresEnvironment implements EnvironmentPostProcessor, Ordered {
    private final DeferredLogFactory logs;

    EmbeddedPostgresEnvironment(DeferredLogFactory logs) {
        this.logs = logs;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var home = Path.of(environment.getRequiredProperty("redress.home"));
        var lock = HomeLock.take(home);
        var postgres = EmbeddedServer.start(home, logs.getLog(EmbeddedServer.class));
        SpringApplication.getShutdownHandlers().add(() -> {
            postgres.close();
            lock.close();
        });
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded-postgres",
                        Map.of(
                                "redress.database.embedded",
                                true,
                                "spring.datasource.url",
                                postgres.url(),
                                "spring.datasource.username",
                                EmbeddedServer.APPLICATION,
                                "spring.datasource.password",
                                postgres.passwords().application(),
                                "spring.flyway.url",
                                postgres.url(),
                                "spring.flyway.user",
                                EmbeddedServer.OWNER,
                                "spring.flyway.password",
                                postgres.passwords().owner())));
    }

    /** After application.yml is read, for {@code redress.home}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
