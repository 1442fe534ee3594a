package org.redress.traces.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Page;
import org.redress.sheets.Download;
import org.redress.sheets.ImportKind;
import org.redress.sheets.Imports;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetExport;
import org.redress.sheets.SheetWriter;
import org.redress.traces.Parcel;
import org.redress.traces.Traces;
import org.redress.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All parcels as a file that can be brought in again. A parcel of which no article is on record has no row. */
@Controller
@Requires(Role.ADMIN)
class ShipmentExport {
    private static final String PATH = "/admin/exports/shipments";

    private final Traces traces;
    private final Imports imports;
    private final Merchants merchants;

    ShipmentExport(Traces traces, Imports imports, Merchants merchants) {
        this.traces = traces;
        this.imports = imports;
        this.merchants = merchants;
    }

    @Configuration
    static class Offered {
        @Bean
        static SheetExport shipmentsToTakeOut() {
            return new SheetExport("traces.export", PATH);
        }
    }

    @GetMapping(PATH + ".{ending}")
    void shipments(@PathVariable String ending, Viewer viewer, Words words, HttpServletResponse response)
            throws IOException {
        var names = imports.columns(ImportKind.SHIPMENTS).stream()
                .map(SheetColumn::name)
                .toList();
        var zone = merchants.find(viewer.merchant()).zone();
        Download.send(
                response,
                "shipments",
                ending,
                words.say("traces.export"),
                names,
                writer -> write(viewer, zone, writer));
    }

    private void write(Viewer viewer, ZoneId zone, SheetWriter writer) throws IOException {
        @Nullable String after = null;
        do {
            var page = traces.search(viewer.merchant(), "", after, Page.LARGEST);
            for (var parcel : page.items()) {
                for (var line : parcel.lines()) {
                    writer.row(row(parcel, line, zone));
                }
            }
            after = page.next();
        } while (after != null);
    }

    private static List<@Nullable Object> row(Parcel parcel, Parcel.Line line, ZoneId zone) {
        var sscc = parcel.sscc();
        return Arrays.asList(
                parcel.trackingNumber(),
                parcel.orderNumber(),
                parcel.carrier(),
                parcel.warehouse(),
                time(parcel.shippedAt(), zone),
                line.sku().value(),
                line.quantity(),
                sscc == null ? null : sscc.digits(),
                time(parcel.deliveredAt(), zone),
                parcel.expectedWeightGrams(),
                parcel.packWeightGrams(),
                parcel.carrierWeightGrams());
    }

    private static @Nullable String time(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
    }
}
