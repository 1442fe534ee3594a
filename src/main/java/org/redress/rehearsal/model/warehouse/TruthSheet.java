package org.redress.rehearsal.model.warehouse;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What really happened, as two CSV files: of each claim, and of each order that an incident touched. */
public final class TruthSheet {
    private TruthSheet() {}

    /** One row for each appeal. */
    public static String claims(Season season) {
        return written(csv -> {
            csv.writeRecord(
                    "claim", "order", "tracking", "cause", "ordered", "received", "wanted", "partners", "incident");
            for (var appeal : season.appeals()) {
                var truth = appeal.truth();
                csv.writeRecord(
                        appeal.number(),
                        said(appeal.filing().orderNumber()),
                        truth.trackingNumber(),
                        truth.cause().name(),
                        truth.ordered().value(),
                        said(truth.received()),
                        said(truth.wanted()),
                        String.join(" ", truth.partners()),
                        truth.incident());
            }
        });
    }

    /** One row for each order that an incident touched, whether anybody complained or not. */
    public static String incidents(Season season) {
        return written(csv -> {
            csv.writeRecord(
                    "incident",
                    "cause",
                    "began",
                    "slot",
                    "lot",
                    "wave",
                    "bench",
                    "listing",
                    "carrier",
                    "order",
                    "tracking",
                    "pickedAt",
                    "shippedAt");
            for (var incident : season.incidents()) {
                var scope = incident.scope();
                for (var affected : incident.affected()) {
                    csv.writeRecord(
                            incident.id(),
                            incident.cause().name(),
                            incident.began().toString(),
                            said(scope.slot()),
                            said(scope.lot()),
                            said(scope.wave()),
                            said(scope.bench()),
                            said(scope.listing()),
                            said(scope.carrier()),
                            affected.orderNumber(),
                            affected.trackingNumber(),
                            affected.pickedAt().toString(),
                            affected.shippedAt().toString());
                }
            }
        });
    }

    private static String written(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            rows.accept(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
