package org.redress.investigation.app;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.EventWords;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.AtRisk;
import org.redress.investigation.HeldOrders;
import org.redress.investigation.Holds;
import org.redress.investigation.Investigations;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.model.TaskRules;
import org.redress.investigation.store.TaskTable;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.springframework.stereotype.Service;

@Service
class HoldDesk implements Holds {
    private final MerchantTransactions transactions;
    private final TaskTable table;
    private final Claims claims;
    private final Investigations investigations;
    private final InstantSource clock;

    HoldDesk(
            MerchantTransactions transactions,
            TaskTable table,
            Claims claims,
            Investigations investigations,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.claims = claims;
        this.investigations = investigations;
        this.clock = clock;
    }

    @Override
    public List<Task> hold(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var claim = claim(merchant, id);
            var concluded = investigations.of(claim);
            var held = HeldOrders.of(table.ofClaim(merchant, id));
            var waiting = concluded.atRisk().stream()
                    .filter(risk -> !risk.shipped())
                    .map(AtRisk::orderNumber)
                    .filter(order -> !held.isHeld(order))
                    .limit(MOST)
                    .toList();
            return ask(claim, TaskQuestion.HOLD_ORDER, waiting, concluded.ordered(), actor);
        });
    }

    @Override
    public List<Task> release(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var claim = claim(merchant, id);
            table.cancel(merchant, id, TaskQuestion.HOLD_ORDER, EventWords.name(actor), clock.instant());
            var aside = HeldOrders.of(table.ofClaim(merchant, id)).aside();
            return ask(claim, TaskQuestion.RELEASE_ORDER, aside, null, actor);
        });
    }

    private List<Task> ask(
            Claim claim, TaskQuestion question, Collection<String> orders, @Nullable Sku article, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var tasks = orders.stream()
                .map(order -> new Task(
                        claim.merchant(),
                        Ids.next(),
                        claim.id(),
                        claim.number(),
                        question,
                        new Task.Subject(null, article, null, null, null, order, null, null),
                        Task.Asked.WAREHOUSE,
                        null,
                        Task.State.OPEN,
                        now,
                        EventWords.name(actor),
                        now.plus(TaskRules.HOLD),
                        null,
                        null,
                        null,
                        null))
                .toList();
        table.insert(tasks);
        return tasks;
    }

    private Claim claim(MerchantId merchant, UUID id) {
        return claims.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
