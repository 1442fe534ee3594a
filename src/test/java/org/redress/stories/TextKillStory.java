package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.correspondence.Gateway;
import org.redress.testing.Api;
import org.redress.testing.Product;

/**
 * A server is killed while it hands texts over. What was on the wire comes again under its key, by which the gateway knows it;
 * none is lost, and none comes under two keys.
 */
class TextKillStory {
    private static final int CLAIMS = 40;

    @TempDir
    Path home;

    private @Nullable Product server;
    private final Gateway gateway = new Gateway();

    @Test
    void every_text_is_handed_over_and_what_comes_twice_has_one_key() {
        start();
        var api = Api.sample(Objects.requireNonNull(server).port());
        var shop = new Shop(api);
        var numbers = IntStream.range(0, CLAIMS)
                .mapToObj(index -> "+44 7700 9000" + (10 + index))
                .collect(Collectors.toCollection(TreeSet::new));
        // The first is being taken when the server dies: nobody can tell.
        gateway.then(numbers.first(), new Gateway.Next.Silence(false));
        numbers.forEach(number -> {
            shop.order("TEXT-" + number.strip().replace(" ", ""));
            api.post(
                            "/api/v1/claims",
                            Shop.filing("TEXT-" + number.replace(" ", ""), 1)
                                    .replace("\"email\": \"ada@example.com\"", "\"phone\": \"" + number + "\""))
                    .is(201);
        });
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.seen().size() >= CLAIMS / 4);

        Objects.requireNonNull(server).kill();
        start();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> numbers.stream()
                        .allMatch(number -> gateway.seen(number).size() >= (number.equals(numbers.first()) ? 2 : 1)));
        var keys = new TreeMap<String, Long>();
        gateway.seen().forEach(text -> keys.merge(text.key(), 1L, Long::sum));
        assertThat(keys)
                .hasSize(CLAIMS)
                .allSatisfy((_, count) -> assertThat(count).isLessThanOrEqualTo(2));
    }

    private void start() {
        server = Product.launch(
                        home.resolve("var"),
                        Map.of(
                                "REDRESS_CHANNEL_ADAPTER",
                                "http",
                                "REDRESS_CHANNEL_URL",
                                gateway.url(),
                                "REDRESS_CHANNEL_SECRET",
                                "between us"))
                .awaitReady();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        gateway.close();
    }
}
