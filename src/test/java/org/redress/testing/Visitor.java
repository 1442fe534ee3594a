package org.redress.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who looks at our pages and sends their forms, with cookies and the form's token but without scripts. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String base;
    private final String language;
    private String token = "";

    private Visitor(HttpClient http, String base, String language) {
        this.http = http;
        this.base = base;
        this.language = language;
    }

    public static Visitor at(int port, String language) {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        return new Visitor(http, "http://127.0.0.1:" + port, language);
    }

    /** Calls from another address of this machine, such as {@code 127.0.0.9}. */
    public static Visitor from(String address, int port) throws IOException {
        var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .localAddress(InetAddress.getByName(address))
                .build();
        return new Visitor(http, "http://127.0.0.1:" + port, "en");
    }

    /** A field of a form; a name may stand more than once. */
    public record Field(String name, String value) {}

    public record Answer(int status, String body, Map<String, List<String>> headers) {
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(entry -> entry.getValue().getFirst());
        }

        /** Where a form sends its reader next. */
        public String next() {
            var path = header("Location").orElseThrow(() -> new AssertionError("No redirect but " + status));
            return path.startsWith("http") ? URI.create(path).getPath() : path;
        }

        /** What a hidden or typed field holds. */
        public String field(String name) {
            var found = Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]* value=\"([^\"]*)\"")
                    .matcher(body);
            if (!found.find()) {
                throw new AssertionError("There is no field " + name);
            }
            return found.group(1);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /**
     * A file to save.
     *
     * @throws AssertionError where there is none
     */
    public byte[] save(String path) {
        try {
            var response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200
                    || response.headers().firstValue("Content-Disposition").isEmpty()) {
                throw new AssertionError("No file but " + response.statusCode() + " at " + path);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, List<Field> fields) {
        var body = fields.stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encode(token) + "&" + body)));
    }

    public Answer post(String path, Map<String, String> fields) {
        return post(
                path,
                fields.entrySet().stream()
                        .map(entry -> new Field(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** A form with a file. */
    public Answer send(String path, List<Field> fields, String fileField, String fileName, byte[] content) {
        var boundary = "boundary-of-the-parts";
        var body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "_csrf", token));
        fields.forEach(field -> body.writeBytes(part(boundary, field.name(), field.value())));
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, fileField, fileName)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
