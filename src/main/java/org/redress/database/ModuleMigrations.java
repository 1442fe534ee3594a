package org.redress.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each module's schema from its own folder {@code db/migration/<module>}, with a history of its own in that
 * schema; {@code __root} (roles, library tables) comes first, then the others in the order of their names. No key crosses
 * schemas, but {@code sheets} takes over tables that {@code orders} once made.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {
    private static final String ROOT = "__root";

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, ROOT, "public");
        for (var module : modules()) {
            migrate(flyway, module, module);
        }
    }

    private static void migrate(Flyway flyway, String folder, String schema) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + folder)
                .schemas(schema)
                .load()
                .migrate();
    }

    private static Iterable<String> modules() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            var modules = new TreeSet<String>();
            for (var file : files) {
                var path = Arrays.asList(file.getURL().getPath().split("/"));
                modules.add(path.get(path.size() - 2));
            }
            modules.remove(ROOT);
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
