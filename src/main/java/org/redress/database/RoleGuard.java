package org.redress.database;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to serve with a database role that could look past row-level security. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoleGuard implements ApplicationRunner {
    private final JdbcClient jdbc;

    RoleGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var mayBypass = jdbc.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single();
        if (mayBypass) {
            throw new IllegalStateException("The application's database role can bypass row-level security");
        }
    }
}
