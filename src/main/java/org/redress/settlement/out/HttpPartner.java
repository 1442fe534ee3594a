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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Era;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Signature;
import org.redress.settlement.Effect;
import org.redress.settlement.Trouble;
import org.redress.settlement.model.Listing;
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
    private static final long LONGEST_LISTING = 1024 * 1024;
    private static final int MOST_LISTED = 1_000;
    private static final int LONGEST_CURSOR = 1_000;
    private static final int LONGEST_REFERENCE = 200;

    /** There is no such page, or not this way of asking for it: this partner keeps no list. */
    private static final Set<Integer> NO_LIST = Set.of(404, 405, 501);

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

    /** What a partner answers when it is asked what it did; what we do not ask for is passed over. */
    private record Listed(
            @Nullable List<@Nullable Entry> effects,
            @Nullable String next) {}

    private record Entry(
            @Nullable String key,
            @Nullable String kind,
            @Nullable String status,
            @Nullable Amount amount,
            @Nullable String reference,
            @Nullable String at) {}

    /** What it did from one instant to before another. Signed over the query, since no key is asked about. */
    Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
        var query = "from=" + from + "&to=" + to
                + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        var request =
                request(merchant, "/effects?" + query, query, NO_BODY).GET().build();
        if (!circuit.tryAcquirePermit()) {
            return new Listing.Unreachable(Trouble.of(Trouble.Kind.CIRCUIT_OPEN));
        }
        var listing = listing(request);
        if (listing instanceof Listing.Unreachable) {
            circuit.recordFailure();
        } else {
            circuit.recordSuccess();
        }
        return listing;
    }

    private Listing listing(HttpRequest request) {
        try {
            var body = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_LISTING);
            var response = client.send(request, body);
            if (NO_LIST.contains(response.statusCode())) {
                return new Listing.NotKept();
            }
            return response.statusCode() == 200
                    ? part(response.body())
                    : new Listing.Unreachable(passingTrouble(response.statusCode()));
        } catch (HttpTimeoutException late) {
            return unlisted(Trouble.Kind.TIMEOUT, "");
        } catch (IOException lost) {
            return unlisted(Trouble.Kind.UNREACHABLE, lost.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unlisted(Trouble.Kind.UNREACHABLE, "stopping");
        }
    }

    /** A list of which one entry cannot be read is none: what is left out would look like never done. */
    private static Listing part(byte[] body) {
        try {
            var listed = JSON.readValue(body, Listed.class);
            if (listed == null || listed.effects() == null || listed.effects().size() > MOST_LISTED) {
                return unlisted(Trouble.Kind.UNREADABLE_ANSWER, "");
            }
            var effects = new ArrayList<Effect>();
            for (var entry : listed.effects()) {
                if (entry == null || entry.kind() == null) {
                    return unlisted(Trouble.Kind.UNREADABLE_ANSWER, "");
                }
                var kind = constant(Effect.Kind.values(), entry.kind());
                if (kind.isPresent()) {
                    var effect = effect(entry, kind.get());
                    if (effect.isEmpty()) {
                        return unlisted(Trouble.Kind.UNREADABLE_ANSWER, said(entry.key()));
                    }
                    effects.add(effect.get());
                }
            }
            var next = listed.next();
            return next != null && (next.isEmpty() || next.length() > LONGEST_CURSOR)
                    ? unlisted(Trouble.Kind.UNREADABLE_ANSWER, "next")
                    : new Listing.Part(effects, next);
        } catch (JacksonException unreadable) {
            return unlisted(Trouble.Kind.UNREADABLE_ANSWER, "");
        }
    }

    private static Optional<Effect> effect(Entry entry, Effect.Kind kind) {
        var status = constant(Effect.State.values(), entry.status()).filter(state -> state != Effect.State.NOT_DONE);
        var amount = entry.amount() == null ? Optional.<Money>empty() : money(entry.amount());
        if (status.isEmpty()
                || !isKey(entry.key())
                || (entry.reference() != null && !isKept(entry.reference(), LONGEST_REFERENCE))
                || (entry.amount() != null && amount.isEmpty())) {
            return Optional.empty();
        }
        return at(entry.at())
                .map(at -> new Effect(
                        String.valueOf(entry.key()), kind, status.get(), amount.orElse(null), entry.reference(), at));
    }

    /** As it may stand in a header. */
    private static boolean isKey(@Nullable String key) {
        return isKept(key, Effect.LONGEST_KEY)
                && String.valueOf(key).chars().allMatch(sign -> sign > ' ' && sign <= '~');
    }

    private static boolean isKept(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private static Optional<Money> money(Amount amount) {
        try {
            return Money.parse(amount.amount(), Currency.getInstance(amount.currency()));
        } catch (IllegalArgumentException | NullPointerException noAmount) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> at(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(Instant::parse)
                    .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                    .filter(Era.OF_WORK::holds);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Listing unlisted(Trouble.Kind kind, String detail) {
        return new Listing.Unreachable(new Trouble(kind, detail));
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
        return new Outcome.Unreachable(passingTrouble(status));
    }

    private static Trouble passingTrouble(int status) {
        var kind = status == 401 || status == 403 ? Trouble.Kind.NOT_LET_IN : Trouble.Kind.THEIR_FAULT;
        return new Trouble(kind, "HTTP " + status);
    }

    private static Outcome theirFault(int status) {
        return unreachable(Trouble.Kind.THEIR_FAULT, "HTTP " + status);
    }

    private static Outcome unreachable(Trouble.Kind kind, String detail) {
        return new Outcome.Unreachable(new Trouble(kind, detail));
    }
}
