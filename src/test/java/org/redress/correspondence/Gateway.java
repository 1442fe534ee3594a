package org.redress.correspondence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway to telephones that keeps to docs/channels.md, except where its script for a number says otherwise. */
public final class Gateway implements AutoCloseable {
    /** What happens to the next text for a number. */
    public sealed interface Next {
        record Answer(int status, String body) implements Next {}

        /** Taken, and the line goes dead before the answer. */
        record DropAfterTaking() implements Next {}

        /** Silent until the gateway closes, before or after the first line of the answer. */
        record Silence(boolean afterTaking) implements Next {}
    }

    public record Seen(
            String key, String merchant, String authorization, String timestamp, String signature, String body) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Next>> scripts = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    public Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/texts";
    }

    public Gateway then(String number, Next next) {
        scripts.computeIfAbsent(number, _ -> new ArrayDeque<>()).add(next);
        return this;
    }

    /** Every text that came for a number, as often as it came. */
    public List<Seen> seen(String number) {
        return seen.stream()
                .filter(each -> each.json().at("/to").asString().equals(number))
                .toList();
    }

    public List<Seen> seen() {
        return seen;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var text = new Seen(
                String.valueOf(headers.getFirst("Idempotency-Key")),
                String.valueOf(headers.getFirst("Redress-Merchant")),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("Redress-Timestamp")),
                String.valueOf(headers.getFirst("Redress-Signature")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        seen.add(text);
        var script = scripts.getOrDefault(text.json().at("/to").asString(), new ArrayDeque<>());
        switch (script.poll()) {
            case Next.Answer(var status, var body) -> answer(exchange, status, body);
            case Next.DropAfterTaking() -> exchange.close();
            case Next.Silence(var afterTaking) -> {
                if (afterTaking) {
                    exchange.sendResponseHeaders(202, 100);
                    exchange.getResponseBody().flush();
                }
                await();
                exchange.close();
            }
            case null -> answer(exchange, 202, "{\"reference\": \"G-" + text.key() + "\"}");
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
