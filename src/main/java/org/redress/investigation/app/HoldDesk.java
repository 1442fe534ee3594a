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
            var waiting = concluded.atRisk().stream()
                    .filter(risk -> !risk.shipped())
                    .map(AtRisk::orderNumber)
                    .toList();
            table.takeTurns(merchant);
            var held = HeldOrders.byAny(table.ofOrders(merchant, waiting));
            var loose = waiting.stream()
                    .filter(order -> !held.contains(order))
                    .limit(MOST)
                    .toList();
            return ask(claim, TaskQuestion.HOLD_ORDER, loose, concluded.ordered(), actor);
        });
    }

    @Override
    public List<Task> release(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var claim = claim(merchant, id);
            table.takeTurns(merchant);
            table.cancel(merchant, id, TaskQuestion.HOLD_ORDER, EventWords.name(actor), clock.instant());
            var aside = HeldOrders.of(table.ofClaim(merchant, id)).aside();
            var others = HeldOrders.byAny(table.ofOrders(merchant, aside).stream()
                    .filter(task -> !task.claim().equals(id))
                    .toList());
            if (!others.isEmpty()) {
                table.giveUp(merchant, id, others, EventWords.name(actor), clock.instant());
            }
            var free = aside.stream().filter(order -> !others.contains(order)).toList();
            return ask(claim, TaskQuestion.RELEASE_ORDER, free, null, actor);
        });
    }

    @Override
    public HeldOrders of(MerchantId merchant, Collection<String> orders) {
        return transactions.call(merchant, () -> HeldOrders.of(table.ofOrders(merchant, orders)));
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
        var opened = table.insert(tasks);
        return tasks.stream().filter(task -> opened.contains(task.id())).toList();
    }

    private Claim claim(MerchantId merchant, UUID id) {
        return claims.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
