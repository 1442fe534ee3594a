package org.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.redress.access.Browser;
import org.redress.testing.Api;
import tools.jackson.databind.JsonNode;

/** The pages that are measured, each asked for over one connection that is kept open. */
final class Pages {
    /** @param isPromised whether a goal stands for it */
    record Page(String name, boolean isPromised, HttpRequest request) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final Api api;
    private final String session;

    Pages(int port) {
        this.origin = "http://127.0.0.1:" + port;
        this.api = Api.sample(port);
        this.session = new Browser(port)
                .loggedIn("agent@example.com", "agent")
                .cookie("session")
                .orElseThrow();
    }

    /** The session of an agent who has logged in. */
    String session() {
        return session;
    }

    /** The sample claim whose case page is the longest: it has the most to show. */
    String fullestClaim() throws IOException, InterruptedException {
        var lengths = new ArrayList<java.util.Map.Entry<String, Integer>>();
        for (var claim :
                items(api.get("/api/v1/claims?limit=200").is(200).body().at("/items"))) {
            var id = claim.at("/id").asString();
            lengths.add(java.util.Map.entry(id, get(desk("/desk/claims/" + id)).length()));
        }
        return lengths.stream()
                .max(Comparator.comparing(java.util.Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** A claim with an open offer, as its customer sees it. Returns the path of its tracking page. */
    String trackedClaim() {
        var filing = new Filing(api, "BENCH-TRACK");
        filing.order();
        var filed = filing.file();
        var claim = "/api/v1/claims/" + filed.text("/id");
        api.post(claim + "/acceptance").is(200);
        var option = api.get(claim + "/remedy-options").is(200).text("/0/optionId");
        api.post(claim + "/offers", "{\"optionId\": \"%s\"}".formatted(option)).is(201);
        return URI.create(filed.text("/trackUrl")).getPath();
    }

    List<Page> of(String claim, String trackPath) {
        return List.of(
                new Page("queue", true, desk("/desk/claims")),
                new Page("case page", true, desk("/desk/claims/" + claim)),
                new Page("tracking page", false, request(trackPath).build()),
                new Page("REST GET claim", false, rest("/api/v1/claims/" + claim)));
    }

    HttpRequest rest(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + Api.SAMPLE_KEY)
                .build();
    }

    HttpRequest desk(String path) {
        return request(path).header("Cookie", "session=" + session).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html");
    }

    String get(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
