package org.redress.claims.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.ui.JsonBody;
import tools.jackson.databind.JsonNode;

/** What is sent to {@code POST /api/v1/claims} (contract.md). */
record FilingBody(
        @Nullable String orderNumber,
        @Nullable String trackingNumber,
        Contact contact,
        Channel channel,
        String statement,
        Demand demand,
        @Nullable Instant discoveredAt,
        @Nullable String discoveredWhere,
        @Nullable PreviousContact previousContact,
        @Nullable List<ClaimWire.Line> lines,
        @Nullable List<Upload> evidence) {
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_FILES = 50;

    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record PreviousContact(
            String channel, Instant at, @Nullable String reference) {}

    record Upload(EvidenceKind kind, UUID uploadId) {}

    /** @throws org.redress.kernel.Refused with every field at fault */
    static Filing read(JsonNode json, Locale language) {
        var body = JsonBody.of(json);
        var filing = new Filing(
                said(body, "orderNumber", LONGEST_NUMBER),
                said(body, "trackingNumber", LONGEST_NUMBER),
                contact(body.object("contact")),
                body.choice("channel", Channel.class),
                body.text("statement", Filing.LONGEST_TEXT),
                body.choice("demand", Demand.class),
                body.instantOrNull("discoveredAt"),
                body.textOrNull("discoveredWhere", LONGEST_NAME),
                previousContact(body.objectOrNull("previousContact")),
                body.objects("lines", 0, Filing.MOST_LINES).stream()
                        .map(FilingBody::line)
                        .toList(),
                language,
                evidence(body.objects("evidence", 0, MOST_FILES)));
        body.done();
        return filing;
    }

    private static Filing.Contact contact(JsonBody contact) {
        var email = said(contact, "email", LONGEST_EMAIL);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            contact.fault("email", "NOT_AN_EMAIL", Phrase.of("claims.fault.email"));
        }
        return new Filing.Contact(said(contact, "name", LONGEST_NAME), email, said(contact, "phone", LONGEST_NUMBER));
    }

    /** Blanks say nothing: a form that was left empty is sent so by many programs. */
    private static @Nullable String said(JsonBody body, String field, int longest) {
        var text = body.textOrNull(field, longest);
        return text == null || text.isBlank() ? null : text;
    }

    private static Filing.@Nullable PreviousContact previousContact(@Nullable JsonBody previous) {
        return previous == null
                ? null
                : new Filing.PreviousContact(
                        previous.text("channel", LONGEST_NAME),
                        previous.instant("at"),
                        previous.textOrNull("reference", LONGEST_NAME));
    }

    private static Filing.Line line(JsonBody line) {
        return new Filing.Line(
                line.skuOrNull("sku"),
                line.number("quantity", 0, MOST_UNITS),
                line.choice("problem", Problem.class),
                received(line.objectOrNull("received")));
    }

    private static Filing.@Nullable Received received(@Nullable JsonBody received) {
        return received == null
                ? null
                : new Filing.Received(
                        received.skuOrNull("sku"),
                        received.gtinOrNull("gtin"),
                        received.textOrNull("description", Filing.LONGEST_TEXT),
                        received.number("quantity", 0, MOST_UNITS));
    }

    private static Map<EvidenceId, EvidenceKind> evidence(List<JsonBody> files) {
        var evidence = new LinkedHashMap<EvidenceId, EvidenceKind>();
        for (var file : files) {
            var kind = file.choice("kind", EvidenceKind.class);
            evidence.put(new EvidenceId(file.id("uploadId")), kind);
        }
        return evidence;
    }
}
