package org.redress.database.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Looks at the database before anything is built on it: that it answers, is new enough, and that its logins can keep
 * merchants apart. What is wrong is said with the lines that mend it.
 */
final class Inspection implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final int OLDEST = 15;
    private static final String APPLICATION = EmbeddedServer.APPLICATION;
    private static final String PATIENCE_SECONDS = "10";
    private static final String SEE = "\nSee docs/database.md.";

    /** SQL states (PostgreSQL, appendix A). */
    private static final String MAY_NOT = "42501";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var url = settings.getRequiredProperty("spring.datasource.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new UnfitDatabase(
                    "The database of SPRING_DATASOURCE_URL is no PostgreSQL.",
                    "Give an address such as jdbc:postgresql://db.example.com:5432/redress, or none: then Redress runs"
                            + " a PostgreSQL of its own." + SEE);
        }
        try (var application = connect(url, settings, "spring.datasource.username", "spring.datasource.password")) {
            refuseOlder(number(application, "SHOW server_version_num"), text(application, "SHOW server_version"));
            refuseOtherEncoding(text(application, "SHOW server_encoding"));
            refuseUnbound(application, "session_user");
            stepDown(application);
            refuseUnbound(application, "current_user");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be inspected", e);
        }
        var ownerUrl = settings.getProperty("spring.flyway.url", url);
        try (var owner = connect(ownerUrl, settings, "spring.flyway.user", "spring.flyway.password")) {
            refuseApplicationAsOwner(owner);
            refuseWithoutRoom(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be inspected", e);
        }
    }

    private static Connection connect(String url, Environment settings, String user, String password)
            throws SQLException {
        var login = new Properties();
        login.setProperty("connectTimeout", PATIENCE_SECONDS);
        login.setProperty("loginTimeout", PATIENCE_SECONDS);
        login.setProperty("ApplicationName", "redress");
        setIfGiven(login, "user", settings.getProperty(user));
        setIfGiven(login, "password", settings.getProperty(password));
        try {
            return DriverManager.getConnection(url, login);
        } catch (SQLException e) {
            throw unreachable(url, e);
        }
    }

    private static void setIfGiven(Properties login, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            login.setProperty(name, value);
        }
    }

    private static UnfitDatabase unreachable(String url, SQLException e) {
        var state = String.valueOf(e.getSQLState());
        // What follows the question mark may be a password.
        var address = url.replaceFirst("\\?.*", "");
        if (state.startsWith("28")) {
            return new UnfitDatabase(
                    "The database at %s does not let us in: %s".formatted(address, e.getMessage()),
                    "Check SPRING_DATASOURCE_USERNAME and _PASSWORD (and SPRING_FLYWAY_USER and _PASSWORD where the owner"
                            + " logs in apart), and the server's pg_hba.conf." + SEE);
        }
        if (state.equals("3D000")) {
            return new UnfitDatabase(
                    "The server at %s has no such database: %s".formatted(address, e.getMessage()),
                    "Create it, owned by the login that migrates: CREATE DATABASE redress OWNER redress;" + SEE);
        }
        return new UnfitDatabase(
                "The database at %s does not answer: %s".formatted(address, e.getMessage()),
                "Start it, or check SPRING_DATASOURCE_URL; then start Redress again." + SEE);
    }

    /** @param number as in {@code server_version_num}: 150018 is 15.18 */
    static void refuseOlder(int number, String version) {
        if (number < OLDEST * 10_000) {
            throw new UnfitDatabase(
                    "The database is PostgreSQL %s; Redress needs PostgreSQL %d or newer.".formatted(version, OLDEST),
                    "Upgrade the server, or leave SPRING_DATASOURCE_URL out: then Redress runs a PostgreSQL of its own."
                            + SEE);
        }
    }

    private static void refuseOtherEncoding(String encoding) {
        if (!encoding.equals("UTF8")) {
            throw new UnfitDatabase(
                    "The database keeps text as %s and cannot hold every language.".formatted(encoding),
                    "Create it anew: CREATE DATABASE redress OWNER redress ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;"
                            + SEE);
        }
    }

    /** The strongest role whom row-level security does not bind and that this one is or can become. */
    private static String unbound(String who) {
        return """
                SELECT rolname FROM pg_roles
                WHERE (rolsuper OR rolbypassrls) AND pg_has_role(%s, oid, 'MEMBER')
                ORDER BY rolname <> %1$s, rolname LIMIT 1""".formatted(who);
    }

    private static void refuseUnbound(Connection connection, String who) throws SQLException {
        var role = text(connection, "SELECT " + who);
        var unbound = text(connection, unbound(who));
        if (!unbound.isEmpty()) {
            var how = unbound.equals(role) ? "is a role" : "can become " + quoted(unbound) + ", a role";
            var remedy = unbound.equals(APPLICATION)
                    ? "Let it be an ordinary role that is a member of no other:\n  ALTER ROLE %s NOSUPERUSER NOBYPASSRLS;"
                            .formatted(APPLICATION)
                    : """
                      Let Redress log in as a role of its own that is neither superuser nor BYPASSRLS, nor a member of such a one:
                        CREATE ROLE %s;
                        CREATE ROLE redress LOGIN PASSWORD '...' IN ROLE %1$s;
                        ALTER DATABASE %s OWNER TO redress;""".formatted(APPLICATION, database(connection));
            throw new UnfitDatabase(
                    "%s %s that row-level security does not bind, and row-level security keeps merchants apart."
                            .formatted(quoted(role), how),
                    remedy + SEE);
        }
    }

    /**
     * As each pooled connection will. A login that may make roles makes what is missing; roles belong to the whole
     * server, so after a restore elsewhere they may be missing again.
     */
    private static void stepDown(Connection connection) throws SQLException {
        var login = quoted(text(connection, "SELECT session_user"));
        var create = "CREATE ROLE " + APPLICATION;
        var grant = "GRANT %s TO %s".formatted(APPLICATION, login);
        var isThere = !text(connection, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(APPLICATION))
                .isEmpty();
        if (!isThere && !attempt(connection, create)) {
            throw new UnfitDatabase(
                    "The database server has no role %s, as whom requests are served.".formatted(APPLICATION),
                    "Let an administrator of the database make it:\n  %s;\n  %s;".formatted(create, grant) + SEE);
        }
        var step = "SET ROLE " + APPLICATION;
        if (!attempt(connection, step) && !(attempt(connection, grant) && attempt(connection, step))) {
            throw new UnfitDatabase(
                    "The login %s may not step down to the role %s, as whom requests are served."
                            .formatted(login, APPLICATION),
                    "Let an administrator of the database allow it:\n  %s;".formatted(grant) + SEE);
        }
    }

    private static void refuseApplicationAsOwner(Connection owner) throws SQLException {
        var role = text(owner, "SELECT session_user");
        if (is(owner, "pg_has_role('%s', session_user, 'MEMBER')".formatted(APPLICATION))) {
            throw new UnfitDatabase(
                    "Requests are served as %s, which is or can become %s, the owner of the tables; the walls between merchants would not hold."
                            .formatted(APPLICATION, quoted(role)),
                    "Let the tables belong to another login (SPRING_FLYWAY_USER, else SPRING_DATASOURCE_USERNAME)."
                            + SEE);
        }
    }

    private static void refuseWithoutRoom(Connection owner) throws SQLException {
        if (!is(owner, "has_database_privilege(current_database(), 'CREATE')")
                || !is(owner, "coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'CREATE'), true)")) {
            var role = quoted(text(owner, "SELECT session_user"));
            throw new UnfitDatabase(
                    "The login %s may not make tables in the database %s.".formatted(role, database(owner)),
                    "Let an administrator of the database make it the owner:\n  ALTER DATABASE %s OWNER TO %s;"
                                    .formatted(database(owner), role)
                            + SEE);
        }
    }

    /** False where the rights do not suffice. */
    private static boolean attempt(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (MAY_NOT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean is(Connection connection, String condition) throws SQLException {
        return text(connection, "SELECT " + condition).equals("t");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(text(connection, sql));
    }

    /** Empty where there is no row. */
    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static String database(Connection connection) throws SQLException {
        return quoted(text(connection, "SELECT current_database()"));
    }

    /** As it stands in SQL. */
    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** After the settings are complete, also those that a test brings. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
