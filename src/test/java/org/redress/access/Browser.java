package org.redress.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a screen: keeps cookies, sends the token of the form it last saw, follows nothing by itself. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String token = "";

    public Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** Headers as name, value, name, value … */
    public HttpResponse<String> get(String path, String... headers) {
        return remember(send(request(path, headers).GET()));
    }

    /** Fields as name, value, name, value … The form's token goes along. */
    public HttpResponse<String> post(String path, String... fields) {
        var form = Stream.concat(Arrays.stream(fields), Stream.of("_csrf", token))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .toList();
        var body = new StringBuilder();
        for (int i = 0; i < form.size(); i += 2) {
            body.append(i == 0 ? "" : "&").append(form.get(i)).append('=').append(form.get(i + 1));
        }
        return remember(send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Opens the form first, as a person would. */
    public HttpResponse<String> logIn(String email, String password) {
        get("/login");
        return post("/login", "email", email, "password", password);
    }

    public Browser loggedIn(String email, String password) {
        var answer = logIn(email, password);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Login answered " + answer.statusCode());
        }
        return this;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findAny();
    }

    public String origin() {
        return origin;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> remember(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    static List<String> linksIn(String page, String path) {
        return Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]{43}")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .collect(Collectors.toList());
    }
}
