package org.redress.traces.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.traces.Capture;
import org.redress.ui.Words;

/** A capture job as EPCIS 2.0 describes it. Counts are ours. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaptureWire(
        UUID captureID,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean running,
        boolean success,
        String captureErrorBehaviour,
        long eventsRead,
        long eventsKept,
        long eventsRejected,
        List<Trouble> errors) {
    /** A problem (RFC 9457), with the pointer to what is wrong in the document. */
    record Trouble(String type, String title, int status, String detail, String pointer, String code) {}

    static CaptureWire of(Capture capture, Words words) {
        return new CaptureWire(
                capture.id(),
                capture.createdAt(),
                capture.finishedAt(),
                capture.isRunning(),
                capture.success(),
                capture.behaviour().name().toLowerCase(Locale.ROOT),
                capture.events(),
                capture.kept(),
                capture.rejected(),
                capture.errors().stream().map(fault -> trouble(fault, words)).toList());
    }

    private static Trouble trouble(Capture.Fault fault, Words words) {
        var reason = words.say(fault.reason());
        return new Trouble(
                "epcisException:ValidationException",
                reason,
                400,
                fault.detail().isEmpty() ? reason : fault.detail(),
                fault.pointer(),
                fault.code());
    }
}
