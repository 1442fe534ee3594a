package org.redress.settlement.out;

import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Trouble;
import org.redress.settlement.model.Outcome;
import org.redress.ui.Amount;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner that speaks JSON over HTTP (docs/partners.md). A request is a POST with an {@code Idempotency-Key}; how far it
 * is, is a GET of the same collection and the key. What cannot be told for sure, such as a lost answer, is asked for
 * again; only a clear no of the partner's is final.
 */
final class HttpPartner {
    /** Together well below the time for which a step is held. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final long LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_REFERENCE = 200;
    private static final byte[] NO_BODY = {};

    /** Not let in, too early, too often, too slow: nothing that asking again later could not mend. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String url;
    private final String token;
    private final @Nullable Signature signature;
    private final InstantSource clock;

    /** Who fails again and again is left alone for a while; then one request finds out whether they are back. */
    private final CircuitBreaker<Outcome> circuit = CircuitBreaker.<Outcome>builder()
            .withFailureThreshold(FAILURES)
            .withDelay(REST)
            .withSuccessThreshold(1)
            .build();

    /** @param secret with which requests are signed; blank where the partner does not ask for it */
    HttpPartner(String url, String token, String secret, InstantSource clock) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IllegalArgumentException("A partner's address starts with https:// or http://, not " + url);
        }
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
        this.signature = secret.isBlank() ? null : new Signature(secret);
        this.clock = clock;
    }

    private enum Status {
        CONFIRMED,
        PENDING,
        REFUSED
    }

    /** What a partner answers. */
    private record Answer(
            @Nullable Status status,
            @Nullable String key,
            @Nullable Amount amount,
            @Nullable String reference,
            @Nullable String reason) {}

    /** @param collection such as {@code /refunds} */
    Outcome ask(MerchantId merchant, String collection, String key, Object body) {
        return ask(merchant, collection, key, body, null);
    }

    /** @param amount what the answer must not contradict */
    Outcome ask(MerchantId merchant, String collection, String key, Object body, @Nullable Amount amount) {
        var bytes = JSON.writeValueAsBytes(body);
        var request = request(merchant, collection, key, bytes)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return send(request, response -> switch (kind(response.statusCode())) {
            case TAKEN -> answer(response.body(), key, amount);
            // The first request under this key is still being worked on.
            case BUSY -> status(merchant, collection, key);
            case PASSING -> passing(response.statusCode());
            case NO, ABSENT -> refused(response.body(), response.statusCode());
            case THEIR_FAULT -> theirFault(response.statusCode());
        });
    }

    Outcome status(MerchantId merchant, String collection, String key) {
        var request =
                request(merchant, one(collection, key), key, NO_BODY).GET().build();
        return send(request, response -> switch (kind(response.statusCode())) {
            case TAKEN -> answer(response.body(), key, null);
            case ABSENT -> new Outcome.Unknown();
            case PASSING -> passing(response.statusCode());
            case NO, BUSY, THEIR_FAULT -> theirFault(response.statusCode());
        });
    }

    /** Taken back, or too late, or not known at all. */
    Outcome cancel(MerchantId merchant, String collection, String key) {
        var request =
                request(merchant, one(collection, key), key, NO_BODY).DELETE().build();
        return send(request, response -> switch (kind(response.statusCode())) {
            case TAKEN -> answer(response.body(), key, null);
            case ABSENT -> new Outcome.Unknown();
            case PASSING -> passing(response.statusCode());
            case NO, BUSY -> refused(response.body(), response.statusCode());
            case THEIR_FAULT -> theirFault(response.statusCode());
        });
    }

    private static String one(String collection, String key) {
        return collection + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private enum Kind {
        TAKEN,
        BUSY,
        ABSENT,
        PASSING,
        NO,
        THEIR_FAULT
    }

    private static Kind kind(int status) {
        if (PASSING.contains(status)) {
            return Kind.PASSING;
        }
        return switch (status) {
            case 200, 201, 202 -> Kind.TAKEN;
            case 404 -> Kind.ABSENT;
            case 409 -> Kind.BUSY;
            default -> status >= 400 && status < 500 ? Kind.NO : Kind.THEIR_FAULT;
        };
    }

    private HttpRequest.Builder request(MerchantId merchant, String path, String key, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Redress-Merchant", merchant.toString());
        if (signature != null) {
            var timestamp = Long.toString(clock.instant().getEpochSecond());
            request.header("Redress-Timestamp", timestamp)
                    .header("Redress-Signature", signature.of(timestamp, key, body));
        }
        return request;
    }

    private interface Reading {
        Outcome read(HttpResponse<byte[]> response);
    }

    private Outcome send(HttpRequest request, Reading reading) {
        if (!circuit.tryAcquirePermit()) {
            return new Outcome.NotAsked(circuit.getRemainingDelay().plusSeconds(1));
        }
        var outcome = sent(request, reading);
        if (outcome instanceof Outcome.Unreachable) {
            circuit.recordFailure();
        } else {
            circuit.recordSuccess();
        }
        return outcome;
    }

    private Outcome sent(HttpRequest request, Reading reading) {
        try {
            var body = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER);
            return reading.read(client.send(request, body));
        } catch (HttpTimeoutException late) {
            return unreachable(Trouble.Kind.TIMEOUT, "");
        } catch (IOException lost) {
            return unreachable(Trouble.Kind.UNREACHABLE, lost.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unreachable(Trouble.Kind.UNREACHABLE, "stopping");
        }
    }

    private static Outcome answer(byte[] body, String key, @Nullable Amount amount) {
        try {
            var answer = JSON.readValue(body, Answer.class);
            if (answer == null || contradicts(answer, key, amount)) {
                return unreachable(Trouble.Kind.UNREADABLE_ANSWER, "");
            }
            var reference = answer.reference() == null ? "" : answer.reference().strip();
            return switch (answer.status()) {
                case CONFIRMED -> named(reference, new Outcome.Confirmed(reference));
                case PENDING -> named(reference, new Outcome.Pending(reference));
                case REFUSED -> new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, said(answer.reason())));
                case null -> unreachable(Trouble.Kind.UNREADABLE_ANSWER, "");
            };
        } catch (JacksonException unreadable) {
            return unreachable(Trouble.Kind.UNREADABLE_ANSWER, "");
        }
    }

    /** An answer about another request, or another amount, is none to this one. */
    private static boolean contradicts(Answer answer, String key, @Nullable Amount amount) {
        return (answer.key() != null && !answer.key().equals(key))
                || (answer.amount() != null
                        && amount != null
                        && !answer.amount().equals(amount));
    }

    /** An answer without a reference that can be kept and said is none. */
    private static Outcome named(String reference, Outcome outcome) {
        return reference.isEmpty() || reference.length() > LONGEST_REFERENCE || reference.indexOf('\0') >= 0
                ? unreachable(Trouble.Kind.UNREADABLE_ANSWER, "")
                : outcome;
    }

    private static Outcome refused(byte[] body, int status) {
        var reason = "HTTP " + status;
        try {
            var answer = JSON.readValue(body, Answer.class);
            reason = answer.reason() == null ? reason : said(answer.reason());
        } catch (JacksonException noReasonGiven) {
            // The status alone has to do.
        }
        return new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, reason));
    }

    private static String said(@Nullable String reason) {
        return reason == null ? "" : reason.replace('\0', ' ').strip();
    }

    private static Outcome passing(int status) {
        return unreachable(
                status == 401 || status == 403 ? Trouble.Kind.NOT_LET_IN : Trouble.Kind.THEIR_FAULT, "HTTP " + status);
    }

    private static Outcome theirFault(int status) {
        return unreachable(Trouble.Kind.THEIR_FAULT, "HTTP " + status);
    }

    private static Outcome unreachable(Trouble.Kind kind, String detail) {
        return new Outcome.Unreachable(new Trouble(kind, detail));
    }
}
