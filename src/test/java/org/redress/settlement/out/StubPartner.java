package org.redress.settlement.out;

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
import java.util.concurrent.Executors;

/** A partner that keeps to docs/partners.md, except where its script says otherwise. */
final class StubPartner implements AutoCloseable {
    /** What happens to the next request. */
    sealed interface Next {
        /** The work is done, and the line goes dead before the answer. */
        record DropAfterDoing() implements Next {}

        /** The line goes dead at once. */
        record Drop() implements Next {}

        record Answer(int status, String body) implements Next {}
    }

    record Seen(
            String method,
            String path,
            String query,
            String key,
            String merchant,
            String authorization,
            String timestamp,
            String signature,
            String body) {}

    private final HttpServer server;
    private final Deque<Next> script = new ArrayDeque<>();
    private final Map<String, String> done = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    StubPartner() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    StubPartner then(Next next) {
        script.add(next);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/";
    }

    /** The bodies that had an effect, by idempotency key. */
    Map<String, String> done() {
        return done;
    }

    List<Seen> seen() {
        return seen;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var key = String.valueOf(headers.getFirst("Idempotency-Key"));
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                key,
                String.valueOf(headers.getFirst("Redress-Merchant")),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("Redress-Timestamp")),
                String.valueOf(headers.getFirst("Redress-Signature")),
                body));
        switch (script.poll()) {
            case Next.Drop() -> exchange.close();
            case Next.DropAfterDoing() -> {
                done.putIfAbsent(key, body);
                exchange.close();
            }
            case Next.Answer(var status, var text) -> answer(exchange, status, text);
            case null -> keep(exchange, key, body);
        }
    }

    private void keep(HttpExchange exchange, String key, String body) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            var first = done.putIfAbsent(key, body);
            if (first != null && !first.equals(body)) {
                answer(exchange, 422, "{\"reason\":\"same key, another body\"}");
                return;
            }
            confirm(exchange, key);
            return;
        }
        var path = exchange.getRequestURI().getPath();
        var asked = path.substring(path.lastIndexOf('/') + 1);
        if (done.containsKey(asked)) {
            confirm(exchange, asked);
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static void confirm(HttpExchange exchange, String key) throws IOException {
        answer(exchange, 200, "{\"status\":\"CONFIRMED\",\"reference\":\"P-%s\",\"more\":1}".formatted(key));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
