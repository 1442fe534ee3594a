package org.redress.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Whether the database is away or has no connection free, which is nobody's fault in the program and passes. */
public final class Outage {
    /** SQL states of a server that stops, starts, or has no connection left (PostgreSQL, appendix A). */
    private static final Set<String> COMING_OR_GOING = Set.of("57P01", "57P02", "57P03", "57P05", "53300");

    /** Class of states of a connection that broke or could not be made. */
    private static final String NO_CONNECTION = "08";

    /** What the pool says, without a state, to whoever still holds a connection that broke: a rollback, for one. */
    private static final String GIVEN_UP = "Connection is closed";

    private Outage() {}

    /** Whether an exception, or what caused it, says that the database could not be reached. */
    public static boolean isBehind(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException exception) {
        var state = String.valueOf(exception.getSQLState());
        return exception instanceof SQLTransientConnectionException
                || state.startsWith(NO_CONNECTION)
                || (exception.getSQLState() == null && GIVEN_UP.equals(exception.getMessage()))
                || COMING_OR_GOING.contains(state);
    }
}
