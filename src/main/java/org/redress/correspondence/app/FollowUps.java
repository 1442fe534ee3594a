package org.redress.correspondence.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.redress.claims.Claim;
import org.redress.claims.ClaimMoved;
import org.redress.claims.Claims;
import org.redress.claims.Promises;
import org.redress.correspondence.model.FollowUp;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Asks whether all is right when what was agreed has had time to arrive, and once more before the time to answer is over. Each
 * is a promise of its own, made when the last step is done; whoever has answered meanwhile is not asked.
 */
@Component
class FollowUps {
    static final TaskDescriptor<Void> ASK = TaskDescriptor.of("correspondence-follow-up");

    private final Claims claims;
    private final Promises promises;
    private final Narrator narrator;
    private final Jobs jobs;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    FollowUps(
            Claims claims,
            Promises promises,
            Narrator narrator,
            Jobs jobs,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.claims = claims;
        this.promises = promises;
        this.narrator = narrator;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param round when the claim began to wait: a reopened claim waits anew, and is asked anew */
    record Ask(MerchantId merchant, UUID claim, Instant round, FollowUp what) {
        static Ask of(String name) {
            var parts = name.split("/", -1);
            return new Ask(
                    MerchantId.of(parts[0]),
                    UUID.fromString(parts[1]),
                    Instant.ofEpochMilli(Long.parseLong(parts[2])),
                    FollowUp.valueOf(parts[3]));
        }

        /** Of the message: asked twice it is said once. */
        UUID message() {
            return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return merchant + "/" + claim + "/" + round.toEpochMilli() + "/" + what;
        }
    }

    @ApplicationModuleListener(condition = "#moved.is('StepDone', 'PlanEnded')")
    void on(ClaimMoved moved) {
        var merchant = new MerchantId(moved.merchant());
        transactions.run(merchant, () -> claims.find(merchant, moved.claim()).ifPresent(this::promise));
    }

    private void promise(Claim claim) {
        for (var what : FollowUp.due(claim, clock.instant())) {
            what.at(claim)
                    .ifPresent(at ->
                            jobs.promise(ASK.getTaskName(), ask(claim, what).toString(), at));
        }
    }

    private static Ask ask(Claim claim, FollowUp what) {
        return new Ask(claim.merchant(), claim.id(), claim.owed().since(), what);
    }

    /** Nobody who wrote and waits for an answer is told that we have not heard from them. */
    private boolean isToBeAsked(Claim claim, Ask ask) {
        return FollowUp.due(claim, clock.instant()).stream()
                        .findFirst()
                        .filter(ask.what()::equals)
                        .isPresent()
                && promises.unanswered(claim.merchant(), List.of(claim.id())).isEmpty();
    }

    void keep(Ask ask) {
        transactions.run(
                ask.merchant(),
                () -> claims.find(ask.merchant(), ask.claim())
                        .filter(claim ->
                                ask(claim, ask.what()).message().equals(ask.message()) && isToBeAsked(claim, ask))
                        .ifPresent(claim ->
                                narrator.write(claim, ask.message(), ask.what().letter(claim), clock.instant())));
    }
}
