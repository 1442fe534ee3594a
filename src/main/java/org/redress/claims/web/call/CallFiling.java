package org.redress.claims.web.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.Heard;
import org.redress.claims.web.desk.NewClaimLines;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/**
 * Makes of a conversation what is filed.
 *
 * @param order null where we do not know it
 * @param known the article that stands for what came, where the catalogue has it
 * @param zone in which the agent says a day
 */
record CallFiling(
        Call call, @Nullable Order order, @Nullable Sku known, ZoneId zone, Instant now) {
    /** What cannot be filed as it stands, by the name of its field; empty for the whole. */
    Map<String, Phrase> faults() {
        var faults = new LinkedHashMap<String, Phrase>();
        if (call.email().isEmpty() && call.phone().isEmpty()) {
            faults.put("phone", Phrase.of("claims.fault.contact"));
        }
        if (!call.email().isEmpty() && !call.email().matches("[^@\\s]+@[^@\\s]+")) {
            faults.put("email", Phrase.of("claims.fault.email"));
        }
        if (call.statement().codePointCount(0, call.statement().length()) > Filing.LONGEST_TEXT) {
            faults.put("statement", Phrase.of("desk.fault.text-long", Filing.LONGEST_TEXT));
        }
        checkPast(faults, "noticed", call.noticed());
        checkPast(faults, "beforeOn", call.beforeOn());
        if (call.isToldBefore() && call.beforeOn().isEmpty()) {
            faults.put("beforeOn", Phrase.of("calls.fault.before-when"));
        }
        if (!call.neededBy().isEmpty() && Call.day(call.neededBy()).isEmpty()) {
            faults.put("neededBy", Phrase.of("calls.fault.day"));
        }
        if (!call.cameUnits().isEmpty() && !call.cameUnits().matches("[1-9][0-9]{0,5}")) {
            faults.put("cameUnits", Phrase.of("calls.fault.units"));
        }
        try {
            lines();
        } catch (Refused refused) {
            faults.put("goods", refused.refusal().faults().getFirst().message());
        }
        return faults;
    }

    private void checkPast(Map<String, Phrase> faults, String field, String typed) {
        if (!typed.isEmpty()) {
            var day = Call.day(typed);
            if (day.isEmpty()) {
                faults.put(field, Phrase.of("calls.fault.day"));
            } else if (day.get().isAfter(LocalDate.ofInstant(now, zone))) {
                faults.put(field, Phrase.of("calls.fault.future"));
            }
        }
    }

    /**
     * What is said about the articles of the order; none where it is not known.
     *
     * @throws Refused INVALID where a problem has no article or an article no problem
     */
    List<Filing.Line> lines() {
        if (order == null) {
            return List.of();
        }
        var lines = new ArrayList<Filing.Line>();
        for (var line : NewClaimLines.of(call.about(), order, known)) {
            lines.add(new Filing.Line(line.sku(), line.quantity(), line.problem(), counted(line.received())));
        }
        return lines;
    }

    private Filing.@Nullable Received counted(Filing.@Nullable Received came) {
        return came == null || !call.cameUnits().matches("[1-9][0-9]{0,5}")
                ? came
                : new Filing.Received(came.sku(), came.gtin(), came.description(), Integer.parseInt(call.cameUnits()));
    }

    Filing filing(List<Filing.Line> lines) {
        return new Filing(
                orNull(order == null ? call.order() : order.orderNumber()),
                null,
                new Filing.Contact(orNull(call.name()), orNull(call.email()), orNull(call.phone())),
                Channel.PHONE,
                call.statement(),
                call.demand(),
                at(call.noticed()),
                orNull(call.where()),
                before(),
                lines,
                call.language(),
                call.files().stream().collect(Collectors.toMap(file -> file, _ -> EvidenceKind.ITEM)));
    }

    private Filing.@Nullable PreviousContact before() {
        var at = at(call.beforeOn());
        return !call.isToldBefore() || at == null
                ? null
                : new Filing.PreviousContact(
                        call.beforeHow().isEmpty() ? "–" : call.beforeHow(), at, orNull(call.beforeWhat()));
    }

    /** The start of that day, or now where that is still to come elsewhere. */
    private @Nullable Instant at(String typed) {
        return Call.day(typed)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .map(start -> start.isAfter(now) ? now : start)
                .orElse(null);
    }

    Heard heard() {
        return new Heard(
                call.place(),
                order == null ? Set.of() : call.proven(),
                call.dangers(),
                Call.day(call.neededBy()).orElse(null),
                orNull(call.purpose()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
