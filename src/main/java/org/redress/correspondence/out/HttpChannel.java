package org.redress.correspondence.out;

import dev.failsafe.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Channel;
import org.redress.kernel.Signature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Texts by a gateway that speaks docs/channels.md. */
@Component
@ConditionalOnProperty(name = "redress.channel.adapter", havingValue = "http")
class HttpChannel implements Channel {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final long LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_REASON = 400;
    private static final String VISIBLE = "\\s*[!-~]*\\s*";
    private static final String LOOPBACK = "localhost|127(\\.[0-9]{1,3}){3}|\\[::1]";

    /** Not let in, still busy with it, too early, too often, too slow: nothing that trying again later could not mend. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 409, 425, 429);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final String token;
    private final Signature signature;
    private final InstantSource clock;
    private final Duration answer;

    /** A gateway that fails again and again is left alone for a while, so that what waits for it holds nothing else up. */
    private final CircuitBreaker<Outcome> circuit = CircuitBreaker.<Outcome>builder()
            .withFailureThreshold(FAILURES)
            .withDelay(REST)
            .withSuccessThreshold(1)
            .build();

    @Autowired
    HttpChannel(
            @Value("${redress.channel.url:}") String url,
            @Value("${redress.channel.token:}") String token,
            @Value("${redress.channel.secret:}") String secret,
            InstantSource clock) {
        this(url, token, secret, clock, ANSWER);
    }

    /** @param answer how long the gateway may take, its whole answer included */
    HttpChannel(String url, String token, String secret, InstantSource clock, Duration answer) {
        this.url = address(url.strip());
        if (secret.isBlank()) {
            throw new IllegalStateException("redress.channel.secret must be set: the gateway knows us by it");
        }
        if (!token.matches(VISIBLE)) {
            throw new IllegalStateException("redress.channel.token must be one line of visible ASCII characters");
        }
        this.token = token.strip();
        this.signature = new Signature(secret);
        this.clock = clock;
        this.answer = answer;
    }

    private static URI address(String text) {
        try {
            var url = URI.create(text);
            var host = url.getHost();
            if (host != null
                    && ("https".equals(url.getScheme())
                            || ("http".equals(url.getScheme()) && host.matches(LOOPBACK)))) {
                return url;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, like any other.
        }
        throw new IllegalStateException(
                "redress.channel.url must be an https:// address, or http:// on this machine, but is " + text);
    }

    private record Body(UUID id, String to, String language, String text, String link, String claim) {}

    @Override
    public Outcome hand(Text text) {
        var request = request(text);
        if (!circuit.tryAcquirePermit()) {
            return new Outcome.NotNow("The gateway failed several times in a row and was not asked");
        }
        var outcome = sent(request);
        if (outcome instanceof Outcome.NotNow) {
            circuit.recordFailure();
        } else {
            circuit.recordSuccess();
        }
        return outcome;
    }

    private HttpRequest request(Text text) {
        var key = text.id().toString();
        var body = JSON.writeValueAsBytes(new Body(
                text.id(), text.to(), text.language().toLanguageTag(), text.text(), text.link(), text.claim()));
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(url)
                .timeout(answer)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", key)
                .header("Redress-Merchant", text.merchant().toString())
                .header("Redress-Timestamp", timestamp)
                .header("Redress-Signature", signature.of(timestamp, key, body));
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    /** The time runs on until the whole answer is here; whoever has said 2xx has taken it, whatever comes of the rest. */
    private Outcome sent(HttpRequest request) {
        var status = new AtomicInteger();
        var bounded = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER);
        var sending = client.sendAsync(request, head -> {
            status.set(head.statusCode());
            return bounded.apply(head);
        });
        try {
            var response = sending.get(answer.toMillis(), TimeUnit.MILLISECONDS);
            return answered(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            sending.cancel(true);
            return unread(status.get(), "The gateway did not answer in time");
        } catch (ExecutionException lost) {
            return unread(
                    status.get(),
                    lost.getCause() instanceof HttpTimeoutException
                            ? "The gateway did not answer in time"
                            : "The gateway could not be reached");
        } catch (InterruptedException stopping) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return unread(status.get(), "This server was stopped meanwhile");
        }
    }

    private static Outcome unread(int status, String why) {
        return status == 0 ? new Outcome.NotNow(why) : answered(status, new byte[0]);
    }

    private static Outcome answered(int status, byte[] body) {
        if (status >= 200 && status < 300) {
            return new Outcome.Taken(said(body, "reference", LONGEST_REFERENCE));
        }
        var reason = said(body, "reason", LONGEST_REASON);
        var words = "The gateway answered " + status + (reason == null ? "" : ": " + reason);
        return status >= 400 && status < 500 && !PASSING.contains(status)
                ? new Outcome.Refused(words)
                : new Outcome.NotNow(words);
    }

    /** One line of what it says under this name; null where it says nothing that can be kept. */
    private static @Nullable String said(byte[] body, String name, int longest) {
        try {
            var text = JSON.readTree(body).path(name).asString("");
            var line = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]+", " ")
                    .strip();
            return line.isEmpty()
                    ? null
                    : line.substring(
                            0, line.offsetByCodePoints(0, Math.min(longest, line.codePointCount(0, line.length()))));
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
