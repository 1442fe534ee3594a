package org.redress.claims.rest;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.PlanWords;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.JsonBody;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The steps of a claim: each act is a noun to post to, and each is one {@link ClaimCommand}. */
@RestController
@RequestMapping("/api/v1/claims/{id}")
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class StepsResource {
    private static final int MOST_QUESTIONS = 20;
    private static final int LONGEST_QUESTION = 200;

    private final Claims claims;
    private final Door door;

    StepsResource(Claims claims, Door door) {
        this.claims = claims;
        this.door = door;
    }

    enum Approval {
        APPROVE,
        REFUSE
    }

    enum Answer {
        ACCEPT,
        DECLINE,
        COUNTER
    }

    @PostMapping("/acceptance")
    ResponseEntity<ClaimWire> accept(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Accept(note(body, "note")));
    }

    @PostMapping("/rejection")
    ResponseEntity<ClaimWire> reject(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Reject(body.text("reason", Filing.LONGEST_TEXT)));
    }

    @PostMapping("/information-request")
    ResponseEntity<ClaimWire> ask(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(
                id,
                json,
                seen,
                viewer,
                body -> new ClaimCommand.AskInformation(
                        body.texts("what", 0, MOST_QUESTIONS, LONGEST_QUESTION),
                        body.text("message", Filing.LONGEST_TEXT)));
    }

    @PostMapping("/information")
    ResponseEntity<ClaimWire> inform(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(
                id,
                json,
                seen,
                viewer,
                body -> new ClaimCommand.ProvideInformation(body.text("message", Filing.LONGEST_TEXT)));
    }

    @PostMapping("/cause")
    ResponseEntity<ClaimWire> cause(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.RecordCause(cause(body), note(body, "note")));
    }

    private static CauseCode cause(JsonBody body) {
        var said = body.text("code", LONGEST_QUESTION);
        return Arrays.stream(CauseCode.values())
                .filter(cause -> cause.code().equals(said))
                .findFirst()
                .orElseGet(() -> {
                    body.fault("code", "NOT_A_CHOICE", Phrase.of("claims.fault.cause"));
                    return CauseCode.WH_01;
                });
    }

    @PostMapping("/offers")
    ResponseEntity<ClaimWire.OfferWire> offer(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        if (!ClaimAct.MAKE_OFFER.isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var claim = door.claim(viewer, id);
        var plan = plan(claim, JsonBody.of(json));
        var after = claims.offer(viewer.merchant(), claim.id(), plan, viewer.actor(), Door.seen(seen));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(ClaimWire.OfferWire.of(after.offers().getLast()));
    }

    private RemedyPlan plan(Claim claim, JsonBody body) {
        var optionId = body.textOrNull("optionId", LONGEST_QUESTION);
        var plan = optionId == null ? RemediesBody.read(body, 1) : RemedyPlan.nothing();
        body.done();
        return optionId == null
                ? plan
                : claims.remedyOptions(claim.merchant(), claim.id())
                        .option(optionId)
                        .orElseThrow(() -> new Refused(
                                Refusal.invalid("/optionId", "NOT_A_CHOICE", Phrase.of("claims.fault.option"))))
                        .plan();
    }

    @PostMapping("/offers/{offer}/approval")
    ResponseEntity<ClaimWire> approve(
            @PathVariable String id,
            @PathVariable String offer,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(
                id,
                json,
                seen,
                viewer,
                body -> new ClaimCommand.DecideApproval(
                        offer(viewer, id, offer).id(),
                        body.choice("decision", Approval.class) == Approval.APPROVE,
                        note(body, "note")));
    }

    @PostMapping("/offers/{offer}/response")
    ResponseEntity<ClaimWire> answer(
            @PathVariable String id,
            @PathVariable String offer,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer,
            Words words) {
        var made = offer(viewer, id, offer);
        return act(id, json, seen, viewer, body -> {
            var note = note(body, "note");
            var wish = RemediesBody.read(body, 0);
            return switch (body.choice("decision", Answer.class)) {
                case ACCEPT -> new ClaimCommand.AcceptOffer(made.id(), PlanWords.say(made.plan(), words, Sku::value));
                case DECLINE -> new ClaimCommand.DeclineOffer(made.id(), note);
                case COUNTER -> new ClaimCommand.CounterOffer(made.id(), wish, note);
            };
        });
    }

    @PostMapping("/offers/{offer}/withdrawal")
    ResponseEntity<ClaimWire> withdrawOffer(
            @PathVariable String id,
            @PathVariable String offer,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(
                id,
                json,
                seen,
                viewer,
                _ -> new ClaimCommand.WithdrawOffer(offer(viewer, id, offer).id()));
    }

    private Offer offer(Viewer viewer, String claim, String id) {
        return Ids.parse(id).stream()
                .flatMap(known -> door.claim(viewer, claim).offers().stream()
                        .filter(offer -> offer.id().equals(known)))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    @PostMapping("/escalation")
    ResponseEntity<ClaimWire> escalate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Escalate(note(body, "reason")));
    }

    @PostMapping("/appeal")
    ResponseEntity<ClaimWire> appeal(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Appeal(note(body, "reason")));
    }

    @PostMapping("/satisfaction")
    ResponseEntity<ClaimWire> rate(
            @PathVariable String id,
            @RequestBody JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(
                id,
                json,
                seen,
                viewer,
                body -> new ClaimCommand.RateSatisfaction(body.number("score", 1, 5), note(body, "comment")));
    }

    @PostMapping("/closure")
    ResponseEntity<ClaimWire> close(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, _ -> new ClaimCommand.Close());
    }

    @PostMapping("/withdrawal")
    ResponseEntity<ClaimWire> withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Withdraw(note(body, "reason")));
    }

    @PostMapping("/reopening")
    ResponseEntity<ClaimWire> reopen(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Reopen(note(body, "reason")));
    }

    @PostMapping("/assignment")
    ResponseEntity<ClaimWire> assign(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Viewer viewer) {
        return act(id, json, seen, viewer, body -> new ClaimCommand.Assign(body.idOrNull("account")));
    }

    private ResponseEntity<ClaimWire> act(
            String id,
            @Nullable JsonNode json,
            @Nullable String ifMatch,
            Viewer viewer,
            Function<JsonBody, ClaimCommand> read) {
        var claim = door.claim(viewer, id);
        var body = JsonBody.of(json == null ? JsonNodeFactory.instance.objectNode() : json);
        UUID claimId = claim.id();
        var command = read.apply(body);
        body.done();
        return door.answer(claims.handle(viewer, claimId, command, Door.seen(ifMatch)), viewer);
    }

    private static @Nullable String note(JsonBody body, String field) {
        return body.textOrNull(field, Filing.LONGEST_TEXT);
    }
}
