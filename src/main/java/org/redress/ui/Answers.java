package org.redress.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says a {@link Problem} to whoever asked: a program gets RFC 9457 JSON, a person a page in the frame, htmx a notice for
 * the top of the page it stands on. For filters and security handlers too.
 */
@Component
public class Answers {
    private static final List<String> PROGRAMS = List.of("/api/", "/epcis/", "/v3/", "/actuator/");

    /** When to come back after a status, in seconds. */
    private static final Map<Integer, String> LATER = Map.of(429, "60", 503, "10");

    private final FrameArgument frames;
    private final TemplateEngine engine;
    private final JsonMapper json;

    Answers(FrameArgument frames, TemplateEngine engine, JsonMapper json) {
        this.frames = frames;
        this.engine = engine;
        this.json = json;
    }

    /** Does nothing where the answer is already on its way. */
    public void say(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        var later = LATER.get(problem.status().value());
        if (later != null && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, later);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        if (isProgram(request)) {
            sayToProgram(problem, request, response);
        } else if (request.getHeader("HX-Request") != null) {
            sayToHtmx(problem, request, response);
        } else {
            sayToPerson(problem, request, response);
        }
    }

    /** Whether JSON is what the caller understands: by the address, else by what it accepts. */
    public static boolean isProgram(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed;
        if (PROGRAMS.stream().anyMatch(path::startsWith)) {
            return true;
        }
        var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return accepted.contains("json") && !accepted.contains("text/html");
    }

    private void sayToProgram(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var words = frames.words(request);
        var faults = problem.faults().stream()
                .map(fault -> new ProblemJson.At(fault.pointer(), fault.code(), words.say(fault.message())))
                .toList();
        var said = new ProblemJson(
                problem.type(),
                title(problem, words),
                problem.status().value(),
                words.say(problem.detail()),
                problem.code(),
                problem.incident(),
                faults);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(said));
    }

    private void sayToHtmx(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var words = frames.words(request);
        response.setHeader("HX-Retarget", "#flash");
        response.setHeader("HX-Reswap", "innerHTML");
        var sentences = problem.faults().stream()
                .map(fault -> words.say(fault.message()))
                .toList();
        html(response, "ui/alert.jte", Map.of("text", words.say(problem.detail()), "more", sentences));
    }

    private void sayToPerson(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = frames.frame(request);
        var words = frame.words();
        var page = new ProblemPage(
                frame,
                problem.status().value(),
                title(problem, words),
                words.say(problem.detail()),
                problem.faults().stream()
                        .map(fault -> words.say(fault.message()))
                        .toList(),
                problem.incident());
        html(response, problem.incident() == null ? "ui/refused.jte" : "ui/fault.jte", Map.of("page", page));
    }

    private void html(HttpServletResponse response, String template, Map<String, Object> parameters)
            throws IOException {
        var drawn = new StringOutput();
        engine.render(template, parameters, drawn);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(drawn.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String title(Problem problem, Words words) {
        var exact = "problem.title." + problem.status().value();
        return words.knows(exact)
                ? words.say(exact)
                : words.say(problem.status().is5xxServerError() ? "problem.title.500" : "problem.title.400");
    }
}
