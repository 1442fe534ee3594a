package org.redress.correspondence.rest;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The conversation on a claim, for programs: a chat or a gateway to telephones says there what the customer wrote to it. */
@RestController
@RequestMapping("/api/v1/claims/{id}/messages")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class MessageResource {
    private final Claims claims;
    private final Messages messages;

    MessageResource(Claims claims, Messages messages) {
        this.claims = claims;
        this.messages = messages;
    }

    record NewMessage(String text, @Nullable UUID id) {}

    /** The oldest first. */
    @GetMapping
    Page<MessageWire> list(
            @PathVariable String id,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit,
            Viewer viewer) {
        var claim = claim(id, viewer);
        var page = messages.page(viewer.merchant(), claim.id(), after, limit(limit));
        return new Page<>(
                page.items().stream()
                        .map(message -> MessageWire.of(message, isStaff(viewer)))
                        .toList(),
                page.next());
    }

    /** The customer's words, whichever key brings them: staff write at their desk. Under an id that is known they are said once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(NewMessage.class)
    @Requires({Role.AGENT, Role.CUSTOMER_VOICE})
    MessageWire hear(@PathVariable String id, @RequestBody JsonNode json, Viewer viewer) {
        var claim = claim(id, viewer);
        if (!(viewer.actor() instanceof Actor.Program program)) {
            throw new Refused(Refusal.forbidden());
        }
        var body = JsonBody.of(json);
        var text = body.text("text", Messages.LONGEST);
        var named = Objects.requireNonNullElseGet(body.idOrNull("id"), Ids::next);
        body.done();
        var said = messages.hear(viewer.merchant(), claim.id(), named, text, program);
        return MessageWire.of(said, isStaff(viewer));
    }

    private static boolean isStaff(Viewer viewer) {
        return viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMIN);
    }

    private static int limit(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(said -> !said.isEmpty())
                .map(said -> said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0)
                .map(number -> {
                    if (number < 1 || number > Page.LARGEST) {
                        throw new Refused(
                                Refusal.invalid("/limit", "OUT_OF_RANGE", Phrase.of("json.range", 1, Page.LARGEST)));
                    }
                    return number;
                })
                .orElse(Page.USUAL);
    }

    private Claim claim(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
