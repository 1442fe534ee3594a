package org.redress.orders.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.StockLevel;
import org.redress.orders.StockReport;
import org.redress.ui.JsonBody;

/**
 * An article's stock as JSON. Time and source may be left out: now, and whoever asks.
 *
 * @param usableUntil is told, and passed over in what is sent, so that what was read can be sent back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockBody(
        @Nullable String sku,
        int units,
        @Nullable Instant reportedAt,
        @Nullable String source,
        @Nullable Instant usableUntil) {
    /** Two clocks differ; a report that is further ahead would shut out all that come after it. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    static StockBody of(StockLevel level) {
        var report = level.report();
        return new StockBody(
                report.sku().value(), report.units(), report.reportedAt(), report.source(), level.usableUntil());
    }

    static StockReport read(Sku sku, JsonBody body, Instant now, String sender) {
        body.instantOrNull("usableUntil");
        var units = body.number("units", 0, StockReport.MOST_UNITS);
        var at = body.instantOrNull("reportedAt");
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            body.fault("reportedAt", "IN_FUTURE", Phrase.of("orders.fault.future"));
        }
        var source = body.has("source") ? body.text("source", 200) : sender;
        return new StockReport(sku, units, at == null ? now : at, source);
    }
}
