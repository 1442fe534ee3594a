package org.redress.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where "this page, in another language" leads: an address that a GET answers. */
record PageAddress(String path, String query) {
    static PageAddress of(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return new PageAddress(local(failed), "");
        }
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
                ? new PageAddress(local(request.getRequestURI()), withoutChoices(request.getQueryString()))
                : before(request);
    }

    /** A form was sent and its answer is the page itself: the page that held the form is the one to see again. */
    private static PageAddress before(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer != null) {
            try {
                var page = URI.create(referer);
                if (Objects.equals(page.getHost(), request.getServerName())) {
                    return new PageAddress(local(page.getRawPath()), withoutChoices(page.getRawQuery()));
                }
            } catch (IllegalArgumentException notAnAddress) {
                return new PageAddress("/", "");
            }
        }
        return new PageAddress(local(request.getRequestURI()), "");
    }

    /** Two slashes at the start would name another host. */
    private static String local(@Nullable String path) {
        return path == null || path.isEmpty() || path.startsWith("//") ? "/" : path;
    }

    private static String withoutChoices(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.isEmpty() && !part.startsWith("lang=") && !part.startsWith("theme="))
                        .collect(Collectors.joining("&"));
    }
}
