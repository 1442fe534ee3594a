package org.redress.bench;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lighthouse says of the customer’s pages, as on a phone with a slow line, and of an agent’s, as at a desk. It is fetched
 * by npx, and looks through a Chromium in which an agent is logged in.
 */
final class Lighthouse {
    private static final String PACKAGE = "lighthouse@12.8.2";
    private static final int ROUNDS = 3;
    private static final double PAINT_SECONDS = 1.5;
    private static final int WITHIN_MINUTES = 3;
    private static final int MOST_RUNS = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How a page is looked at, and the performance that is asked of it. */
    private enum As {
        PHONE(95, "--form-factor=mobile"),
        DESK(90, "--preset=desktop");

        private final double performance;
        private final String option;

        As(double performance, String option) {
            this.performance = performance;
            this.option = option;
        }
    }

    private record Page(String name, String path, As as) {}

    private final String origin;
    private final Path folder;
    private final Pages pages;
    private final Report report;
    private final Api api;

    /** @param folder where what it finds is written for a while */
    Lighthouse(int port, Path folder, Report report) {
        this.origin = "http://127.0.0.1:" + port;
        this.folder = folder;
        this.pages = new Pages(port);
        this.api = Api.sample(port);
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        try (var browser = Browser.debugged(folder.resolve("profile"))) {
            for (var page : all()) {
                if (page.as() == As.DESK) {
                    browser.context().addCookies(List.of(new Cookie("session", pages.session()).setUrl(origin)));
                }
                System.out.println("Looking at " + page.name() + " …");
                var looks = new ArrayList<JsonNode>();
                for (int round = 0; round < ROUNDS; round++) {
                    looks.add(look(page, browser.port()));
                }
                write(page, looks);
            }
        }
    }

    private List<Page> all() throws IOException, InterruptedException {
        return List.of(
                new Page("first page", "/shop/demo", As.PHONE),
                new Page("what came, by link", byLink(), As.PHONE),
                new Page("rights and steps", "/shop/demo/rights", As.PHONE),
                new Page("tracking page", pages.trackedClaim(), As.PHONE),
                new Page("queue", "/desk/claims", As.DESK),
                new Page("the fullest case page", "/desk/claims/" + pages.fullestClaim(), As.DESK),
                new Page("call", "/desk/calls/new", As.DESK),
                new Page("rota", "/desk/rota", As.DESK));
    }

    private String byLink() {
        new Filing(api, "LIGHT-1").order();
        return URI.create(
                        api.post("/api/v1/orders/LIGHT-1/report-links").is(201).text("/url"))
                .getPath();
    }

    private JsonNode look(Page page, int port) throws IOException, InterruptedException {
        var found = folder.resolve("found.json");
        var command = List.of(
                "npx",
                "--yes",
                PACKAGE,
                origin + page.path(),
                "--quiet",
                "--only-categories=performance,accessibility,best-practices",
                "--output=json",
                "--output-path=" + found,
                "--port=" + port,
                page.as().option);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("npm_config_ignore_scripts", "true");
        // At times it does not see a page begin, and asks to be run again.
        int runs = 0;
        while (isRefused(builder.start())) {
            if (++runs == MOST_RUNS) {
                throw new IllegalStateException("Lighthouse could not look at " + page.name() + ".");
            }
        }
        var looked = JSON.readTree(Files.readString(found));
        Files.delete(found);
        if (!looked.at("/finalDisplayedUrl").asString().contains(page.path())) {
            throw new IllegalStateException(page.name() + " led to " + looked.at("/finalDisplayedUrl"));
        }
        return looked;
    }

    private static boolean isRefused(Process process) throws InterruptedException {
        if (!process.waitFor(WITHIN_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException("Lighthouse did not come to an end.");
        }
        return process.exitValue() != 0;
    }

    private void write(Page page, List<JsonNode> looks) {
        double performance = median(
                looks, look -> 100 * look.at("/categories/performance/score").asDouble());
        double paint = median(
                        looks,
                        look -> look.at("/audits/largest-contentful-paint/numericValue")
                                .asDouble())
                / 1000;
        report.atLeast(
                page.name() + ", performance",
                "%.0f".formatted(performance),
                performance,
                page.as().performance,
                "",
                "");
        least(page, looks, "accessibility");
        least(page, looks, "best-practices");
        report.row(page.name() + ", largest paint", "%.2f s".formatted(paint), paint, PAINT_SECONDS, "s", "");
        report.row(
                page.name() + ", layout shift and transfer",
                "%.3f, %.0f KB"
                        .formatted(
                                median(
                                        looks,
                                        look -> look.at("/audits/cumulative-layout-shift/numericValue")
                                                .asDouble()),
                                median(
                                                looks,
                                                look -> look.at("/audits/total-byte-weight/numericValue")
                                                        .asDouble())
                                        / 1024),
                "");
        looks.getLast().at("/audits").values().stream()
                .filter(audit ->
                        audit.at("/score").isNumber() && audit.at("/score").asDouble() < 1)
                .filter(audit -> audit.at("/scoreDisplayMode").asString().equals("binary"))
                .forEach(audit -> System.out.println("  " + audit.at("/id").asString() + ": "
                        + audit.at("/title").asString()));
    }

    private void least(Page page, List<JsonNode> looks, String category) {
        double score = median(
                looks,
                look -> 100 * look.at("/categories/" + category + "/score").asDouble());
        report.atLeast(page.name() + ", " + category, "%.0f".formatted(score), score, 100, "", "");
    }

    private static double median(List<JsonNode> looks, ToDoubleFunction<JsonNode> figure) {
        return Timings.median(looks.stream().mapToDouble(figure).toArray());
    }
}
