package org.redress.claims.rest;

import java.util.Arrays;
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
import org.redress.orders.Products;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    private final Products products;
    private final Door door;

    StepsResource(Claims claims, Products products, Door door) {
        this.claims = claims;
        this.products = products;
        this.door = door;
    }

    @PostMapping("/acceptance")
    @Takes(value = StepBody.Note.class, optional = true)
    ResponseEntity<ClaimWire> accept(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Accept(textOrNull(body, "note")));
    }

    @PostMapping("/rejection")
    @Takes(StepBody.Rejection.class)
    ResponseEntity<ClaimWire> reject(Step step, @RequestBody JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Reject(text(body, "reason")));
    }

    @PostMapping("/rejection/review")
    @Takes(StepBody.RejectionReview.class)
    ResponseEntity<ClaimWire> reviewRejection(Step step, @RequestBody JsonNode json) {
        return take(
                step,
                json,
                body -> new ClaimCommand.ReviewRejection(
                        body.choice("decision", StepBody.Review.class) == StepBody.Review.CONFIRM,
                        textOrNull(body, "note")));
    }

    @PostMapping("/information-request")
    @Takes(StepBody.InformationRequest.class)
    ResponseEntity<ClaimWire> ask(Step step, @RequestBody JsonNode json) {
        return take(
                step,
                json,
                body -> new ClaimCommand.AskInformation(
                        body.texts("what", 0, MOST_QUESTIONS, LONGEST_QUESTION), text(body, "message")));
    }

    @PostMapping("/information")
    @Takes(StepBody.Information.class)
    ResponseEntity<ClaimWire> inform(Step step, @RequestBody JsonNode json) {
        return take(step, json, body -> new ClaimCommand.ProvideInformation(text(body, "message")));
    }

    @PostMapping("/cause")
    @Takes(StepBody.Cause.class)
    ResponseEntity<ClaimWire> cause(Step step, @RequestBody JsonNode json) {
        return take(step, json, body -> new ClaimCommand.RecordCause(cause(body), textOrNull(body, "note")));
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
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(StepBody.NewOffer.class)
    ClaimWire.OfferWire offer(Step step, @RequestBody JsonNode json) {
        var viewer = step.viewer();
        if (!ClaimAct.MAKE_OFFER.isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var claim = step.claim();
        var body = JsonBody.of(json);
        var note = textOrNull(body, "note");
        var plan = plan(claim, body);
        var after = claims.offer(viewer.merchant(), claim.id(), plan, note, viewer.actor(), step.seen());
        return ClaimWire.OfferWire.of(after.offers().getLast(), door.words());
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
    @Takes(StepBody.ApprovalDecision.class)
    ResponseEntity<ClaimWire> approve(Step step, @PathVariable String offer, @RequestBody JsonNode json) {
        var made = offer(step.claim(), offer);
        return take(
                step,
                json,
                body -> new ClaimCommand.DecideApproval(
                        made.id(),
                        body.choice("decision", StepBody.Approval.class) == StepBody.Approval.APPROVE,
                        textOrNull(body, "note")));
    }

    @PostMapping("/offers/{offer}/response")
    @Takes(StepBody.Response.class)
    ResponseEntity<ClaimWire> answer(Step step, @PathVariable String offer, @RequestBody JsonNode json, Words words) {
        var made = offer(step.claim(), offer);
        return take(step, json, body -> {
            var note = textOrNull(body, "note");
            var wish = RemediesBody.read(body, 0);
            var decision = body.choice("decision", StepBody.Answer.class);
            if (decision != StepBody.Answer.COUNTER && !wish.isNothing()) {
                body.fault("remedies", "ONLY_WITH_COUNTER", Phrase.of("claims.fault.only-with-counter"));
            }
            return switch (decision) {
                case ACCEPT -> new ClaimCommand.AcceptOffer(made.id(), consent(step.viewer(), made.plan(), words));
                case DECLINE -> new ClaimCommand.DeclineOffer(made.id(), note);
                case COUNTER -> new ClaimCommand.CounterOffer(made.id(), wish, note);
            };
        });
    }

    /** What is agreed to, in the words that a person would have read. */
    private String consent(Viewer viewer, RemedyPlan plan, Words words) {
        var known = products.find(viewer.merchant(), plan.skus());
        return PlanWords.say(plan, words, sku -> {
            var product = known.get(sku);
            return product == null ? sku.value() : product.name();
        });
    }

    @PostMapping("/offers/{offer}/withdrawal")
    @Takes(value = Takes.Nothing.class, optional = true)
    ResponseEntity<ClaimWire> withdrawOffer(
            Step step, @PathVariable String offer, @RequestBody(required = false) @Nullable JsonNode json) {
        var made = offer(step.claim(), offer);
        return take(step, json, _ -> new ClaimCommand.WithdrawOffer(made.id()));
    }

    private static Offer offer(Claim claim, String id) {
        return Ids.parse(id).stream()
                .flatMap(known ->
                        claim.offers().stream().filter(offer -> offer.id().equals(known)))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    @PostMapping("/escalation")
    @Takes(value = StepBody.Reason.class, optional = true)
    ResponseEntity<ClaimWire> escalate(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Escalate(textOrNull(body, "reason")));
    }

    @PostMapping("/appeal")
    @Takes(value = StepBody.Reason.class, optional = true)
    ResponseEntity<ClaimWire> appeal(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Appeal(textOrNull(body, "reason")));
    }

    @PostMapping("/satisfaction")
    @Takes(StepBody.Satisfaction.class)
    ResponseEntity<ClaimWire> rate(Step step, @RequestBody JsonNode json) {
        return take(
                step,
                json,
                body -> new ClaimCommand.RateSatisfaction(body.number("score", 1, 5), textOrNull(body, "comment")));
    }

    @PostMapping("/closure")
    @Takes(value = Takes.Nothing.class, optional = true)
    ResponseEntity<ClaimWire> close(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, _ -> new ClaimCommand.Close());
    }

    @PostMapping("/withdrawal")
    @Takes(value = StepBody.Reason.class, optional = true)
    ResponseEntity<ClaimWire> withdraw(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Withdraw(textOrNull(body, "reason")));
    }

    @PostMapping("/reopening")
    @Takes(value = StepBody.Reason.class, optional = true)
    ResponseEntity<ClaimWire> reopen(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Reopen(textOrNull(body, "reason")));
    }

    @PostMapping("/assignment")
    @Takes(value = StepBody.Assignment.class, optional = true)
    ResponseEntity<ClaimWire> assign(Step step, @RequestBody(required = false) @Nullable JsonNode json) {
        return take(step, json, body -> new ClaimCommand.Assign(body.idOrNull("account")));
    }

    private ResponseEntity<ClaimWire> take(Step step, @Nullable JsonNode json, Function<JsonBody, ClaimCommand> read) {
        var body = JsonBody.of(json == null ? JsonNodeFactory.instance.objectNode() : json);
        var command = read.apply(body);
        body.done();
        var viewer = step.viewer();
        return door.answer(claims.handle(viewer, step.claim().id(), command, step.seen()), viewer);
    }

    private static String text(JsonBody body, String field) {
        return body.text(field, Filing.LONGEST_TEXT);
    }

    private static @Nullable String textOrNull(JsonBody body, String field) {
        return body.textOrNull(field, Filing.LONGEST_TEXT);
    }
}
