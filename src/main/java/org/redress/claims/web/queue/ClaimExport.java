package org.redress.claims.web.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.web.desk.Articles;
import org.redress.claims.web.desk.Names;
import org.redress.sheets.Download;
import org.redress.sheets.SheetWriter;
import org.redress.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a queue shows as a file, for whoever may see the queue: a row for each article, no contact and no statement. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class ClaimExport {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "number",
            "filed",
            "state",
            "owed",
            "due",
            "order",
            "channel",
            "demand",
            "verdict",
            "severity",
            "problem",
            "sku",
            "article",
            "quantity",
            "came",
            "cameQuantity",
            "satisfaction");

    private final Claims claims;
    private final Articles articles;

    ClaimExport(Claims claims, Articles articles) {
        this.claims = claims;
        this.articles = articles;
    }

    @GetMapping("/desk/exports/claims.{ending}")
    void export(
            @PathVariable String ending,
            @RequestParam MultiValueMap<String, String> address,
            Viewer viewer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        Download.send(
                response,
                "claims",
                ending,
                words.say("claims.nav"),
                COLUMNS.stream()
                        .map(column -> words.say("desk.export." + column))
                        .toList(),
                writer -> write(QueueAsk.read(address), viewer, words, writer));
    }

    private void write(QueueAsk ask, Viewer viewer, Words words, SheetWriter writer) throws IOException {
        @Nullable String after = null;
        do {
            var page = claims.search(viewer.merchant(), ask.search(viewer, words, after));
            var names = articles.of(viewer.merchant(), page.items(), List.of(), Map.of());
            for (var claim : page.items()) {
                if (claim.filing().lines().isEmpty()) {
                    writer.row(row(claim, null, names, words));
                }
                for (var line : claim.filing().lines()) {
                    writer.row(row(claim, line, names, words));
                }
            }
            after = page.next();
        } while (after != null);
    }

    private static List<@Nullable Object> row(Claim claim, Filing.@Nullable Line line, Names names, Words words) {
        var filing = claim.filing();
        var due = claim.owed().due();
        var row = new ArrayList<@Nullable Object>(COLUMNS.size());
        row.add(claim.number());
        row.add(clock(claim.filedAt(), words));
        row.add(words.say("claims.state", claim.state().name()));
        row.add(words.say("claims.owed", claim.owed().by()));
        row.add(due == null ? null : clock(due, words));
        row.add(filing.orderNumber());
        row.add(words.say("claims.channel", filing.channel()));
        row.add(words.say("claims.demand", filing.demand()));
        row.add(words.say("claims.verdict", claim.verdict()));
        row.add(words.say("claims.severity", claim.severity()));
        row.addAll(line(line, names, words));
        row.add(claim.satisfaction());
        return row;
    }

    /** On the reader's clock, as an import would read it again and a spreadsheet sorts it. */
    private static String clock(Instant at, Words words) {
        return CLOCK.format(at.atZone(words.zone()));
    }

    private static List<@Nullable Object> line(Filing.@Nullable Line line, Names names, Words words) {
        if (line == null) {
            return Arrays.asList(null, null, null, null, null, null);
        }
        var sku = line.sku();
        var received = line.received();
        return Arrays.asList(
                words.say("claims.problem", line.problem()),
                sku == null ? null : sku.value(),
                sku == null ? null : names.of(sku),
                line.quantity(),
                received == null ? null : came(received, names),
                received == null ? null : received.quantity());
    }

    private static @Nullable String came(Filing.Received received, Names names) {
        var sku = received.sku();
        var gtin = received.gtin();
        return sku != null ? names.of(sku) : gtin != null ? gtin.digits() : received.description();
    }
}
