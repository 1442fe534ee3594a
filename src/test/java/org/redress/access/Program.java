package org.redress.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Stream;

/** Calls the REST API with one key. */
final class Program {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String key;

    Program(int port, String key) {
        this.port = port;
        this.key = key;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        var all = Stream.concat(Arrays.stream(headers), Stream.of("Content-Type", "application/json"));
        return send(request(path, all.toArray(String[]::new)).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).POST(body));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
