package org.redress.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claims;
import org.redress.database.Json;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What open pages hear: server-sent events, each connection on a virtual thread of its own that mostly waits. A page that
 * nobody looks at closes its connection, so that presence means presence.
 */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class LivePages {
    /** What happens within this time is told together. */
    private static final long TOGETHER = 300;

    /** A sign of life, so that one that is gone is noticed. */
    private static final long SIGN_OF_LIFE = 20_000;

    /** Then the page comes again, and whether its reader still may is looked at anew. */
    private static final long LONGEST = 5 * 60_000;

    private final Listeners listeners;
    private final Claims claims;
    private final Json json;
    private final InstantSource clock;

    LivePages(Listeners listeners, Claims claims, Json json, InstantSource clock) {
        this.listeners = listeners;
        this.claims = claims;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/desk/live")
    void listen(
            @RequestParam @Nullable UUID claim,
            @RequestParam(defaultValue = "0") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last,
            Viewer viewer,
            Words words,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (claim != null && claims.find(viewer.merchant(), claim).isEmpty()) {
            throw new Refused(Refusal.absent());
        }
        var opened = listeners.open(viewer, claim, Instant.ofEpochMilli(Math.max(since, last)));
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var listener = opened.get();
        try {
            tell(listener, words, response);
        } catch (IOException gone) {
            // The reader has closed the page.
        } finally {
            listeners.close(listener);
        }
    }

    private void tell(Listener listener, Words words, HttpServletResponse response)
            throws IOException, InterruptedException {
        long end = clock.millis() + LONGEST;
        write(response, "retry: 2000\n\n");
        while (!listener.isOver() && clock.millis() < end) {
            long before = clock.millis();
            var news = listener.next(SIGN_OF_LIFE);
            if (news.isNone()) {
                write(response, ":\n\n");
                continue;
            }
            var text = new StringBuilder("id: " + before + "\n");
            if (!news.moved().isEmpty()) {
                event(text, "moved", news.moved());
            }
            if (news.flooded()) {
                event(text, "flood", true);
            }
            if (news.people()) {
                event(text, "people", people(listener, words));
            }
            write(response, text.toString());
            Thread.sleep(TOGETHER);
        }
    }

    private Object people(Listener listener, Words words) {
        if (listener.claim() == null) {
            return listeners.looked(listener);
        }
        var others = listeners.othersAt(listener);
        var writing = others.stream()
                .filter(Listeners.Person::writing)
                .map(Listeners.Person::name)
                .toList();
        var looking = others.stream()
                .filter(person -> !person.writing())
                .map(Listeners.Person::name)
                .toList();
        return Map.of(
                "writing",
                writing.isEmpty() ? "" : words.say("live.writing", words.list(writing), writing.size()),
                "looking",
                looking.isEmpty() ? "" : words.say("live.looking", words.list(looking), looking.size()));
    }

    private void event(StringBuilder text, String name, Object data) {
        text.append("event: ")
                .append(name)
                .append("\ndata: ")
                .append(json.write(data))
                .append("\n\n");
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    @PostMapping("/desk/live/{claim}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaving(@PathVariable UUID claim, Viewer viewer) {
        listeners.leaves(viewer, claim);
    }

    @PostMapping("/desk/live/{claim}/writing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writing(@PathVariable UUID claim, @RequestParam boolean now, Viewer viewer) {
        listeners.writes(viewer, claim, now);
    }
}
