package org.redress.database.postgres;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.redress.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps the log readable while there is no connection to the database: a line and a stack trace a minute, where each job
 * and each request would leave the same trace every few seconds.
 */
@Component
class OutageLog extends TurboFilter implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant quietUntil = Instant.MIN;

    OutageLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            ch.qos.logback.classic.Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] gaps,
            @Nullable Throwable thrown) {
        var behind = thrown == null ? EventArgUtil.extractThrowable(gaps) : thrown;
        if (behind == null || !level.isGreaterOrEqual(logger.getEffectiveLevel()) || !Outage.isBehind(behind)) {
            return FilterReply.NEUTRAL;
        }
        if (!isTimeToSpeak()) {
            return FilterReply.DENY;
        }
        log.warn(
                "No connection to the database: {}",
                NestedExceptionUtils.getMostSpecificCause(behind).toString());
        return FilterReply.NEUTRAL;
    }

    private synchronized boolean isTimeToSpeak() {
        var now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return false;
        }
        quietUntil = now.plus(PAUSE);
        return true;
    }

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            setContext(logback);
            start();
            logback.addTurboFilter(this);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }
}
