package org.redress.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What requests ask of the database while this is open, as they say it; jobs and listeners do not count. */
public final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Pattern STATEMENT = Pattern.compile("(?s)Executing (?:prepared )?SQL \\w+ \\[(.*)]");
    private static final String REQUEST = "tomcat-handler";

    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public Statements() {
        start();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent said) {
        var statement = STATEMENT.matcher(said.getFormattedMessage());
        if (said.getThreadName().startsWith(REQUEST) && statement.matches()) {
            heard.add(statement.group(1).replaceAll("\\s+", " "));
        }
    }

    public List<String> all() {
        return List.copyOf(heard);
    }

    public void forget() {
        heard.clear();
    }

    @Override
    public void close() {
        log.detachAppender(this);
        log.setAdditive(true);
        log.setLevel(null);
        stop();
    }
}
