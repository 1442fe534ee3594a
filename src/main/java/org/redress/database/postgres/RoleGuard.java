package org.redress.database.postgres;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last look before the doors open: what the pool hands out is the application's role, whom the walls between
 * merchants bind. {@link Inspection} saw that it can be so; a setting of the pool may still have made it otherwise.
 */
@Component
class RoleGuard implements SmartInitializingSingleton {
    private final JdbcClient jdbc;

    RoleGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var role = jdbc.sql("SELECT current_user").query(String.class).single();
        if (!role.equals(EmbeddedServer.APPLICATION)) {
            throw new UnfitDatabase(
                    "Requests would be served as the database role %s and not as %s, so that merchants would not be apart."
                            .formatted(role, EmbeddedServer.APPLICATION),
                    "Leave spring.datasource.hikari.connection-init-sql as it is (SET ROLE %s)."
                            .formatted(EmbeddedServer.APPLICATION));
        }
    }
}
