package org.redress.investigation.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Secret;
import org.redress.calendars.Calendars;
import org.redress.claims.Claims;
import org.redress.claims.EventWords;
import org.redress.claims.Promises;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.Task;
import org.redress.investigation.Task.State;
import org.redress.investigation.TaskAnswered;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.investigation.model.TaskRules;
import org.redress.investigation.store.TaskTable;
import org.redress.investigation.store.TaskTable.Position;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

@Service
class TaskDesk implements Tasks {
    private static final Duration LINKS_STAY = Duration.ofDays(30);
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final MerchantTransactions transactions;
    private final TaskTable table;
    private final TaskSubjects subjects;
    private final CountRecord counts;
    private final Claims claims;
    private final Promises promises;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    TaskDesk(
            MerchantTransactions transactions,
            TaskTable table,
            TaskSubjects subjects,
            CountRecord counts,
            Claims claims,
            Promises promises,
            Calendars calendars,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.subjects = subjects;
        this.counts = counts;
        this.claims = claims;
        this.promises = promises;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Opened open(MerchantId merchant, UUID claim, Opening opening, Actor actor) {
        var now = now();
        refuse(TaskRules.faults(opening, now));
        return transactions.call(merchant, () -> {
            var task = task(merchant, claim, opening, actor, now);
            if (table.count(merchant, claim) >= MOST_OF_A_CLAIM) {
                throw conflict("TOO_MANY_TASKS", "investigation.task.refusal.too-many");
            }
            if (!table.insert(task)) {
                throw conflict("ASKED_ALREADY", "investigation.task.refusal.asked");
            }
            promises.asked(merchant, claim, task.id(), TaskRules.party(task), now, task.dueAt());
            return new Opened(task, newLink(task));
        });
    }

    private Task task(MerchantId merchant, UUID id, Opening opening, Actor actor, Instant now) {
        var claim = claims.find(merchant, id).orElseThrow(TaskDesk::absent);
        var about = subjects.of(claim, opening);
        var asked = TaskRules.asked(opening);
        var partner = asked == Task.Asked.PARTNER ? about.partner() : null;
        refuse(TaskRules.lacking(opening.question(), about.subject(), asked, partner));
        return new Task(
                merchant,
                Ids.next(),
                claim.id(),
                claim.number(),
                opening.question(),
                about.subject(),
                asked,
                partner,
                State.OPEN,
                now,
                EventWords.name(actor),
                TaskRules.due(opening, now, calendars.of(merchant)),
                null,
                null,
                null,
                null);
    }

    @Override
    public String link(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> {
            var task = known(merchant, id);
            if (!task.isOpen()) {
                throw ended(task);
            }
            return newLink(task);
        });
    }

    private String newLink(Task task) {
        var secret = Secret.random();
        var now = now();
        table.insertLink(
                task.merchant(),
                secret.hash(),
                task.id(),
                now,
                TaskRules.linkExpires(task.dueAt(), now),
                now.minus(LINKS_STAY));
        return "/task/" + secret.text();
    }

    @Override
    public Optional<ByLink> open(String token) {
        return table.findLink(new Secret(token).hash(), clock.instant());
    }

    @Override
    public Optional<Task> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> table.find(merchant, id));
    }

    @Override
    public List<Task> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> table.ofClaim(merchant, claim));
    }

    @Override
    public Page<Task> page(MerchantId merchant, State state, Set<Task.Asked> asked, @Nullable String after, int limit) {
        var from = after == null ? null : position(after);
        var found = transactions.call(
                merchant,
                () -> state == State.OPEN
                        ? table.open(merchant, asked, from, limit + 1)
                        : table.ended(merchant, state, asked, from, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
    }

    private static String cursor(Task last) {
        return (last.endedAt() == null ? last.dueAt() : last.endedAt()) + "_" + last.id();
    }

    private static Position position(String after) {
        try {
            var position = after.split("_", -1);
            if (position.length == 2) {
                var at = Instant.parse(position[0]);
                if (at.isAfter(Instant.EPOCH) && at.isBefore(FAR)) {
                    return new Position(at, Ids.parse(position[1]).orElseThrow(TaskDesk::notOurs));
                }
            }
        } catch (DateTimeException notOurs) {
            // answered below
        }
        throw notOurs();
    }

    private static Refused notOurs() {
        return new Refused(Refusal.invalid("/after", "NOT_A_POSITION", Phrase.of("investigation.task.fault.after")));
    }

    @Override
    public Task answer(MerchantId merchant, UUID id, TaskReply reply, @Nullable String note, String by) {
        var written = note == null || note.isBlank() ? null : note.strip();
        var who = by.strip();
        return transactions.call(merchant, () -> {
            var task = known(merchant, id);
            refuse(TaskRules.faults(task.question(), task.subject(), reply, written, who));
            var now = now();
            if (!table.end(merchant, id, State.ANSWERED, reply, written, who, now)) {
                throw late(known(merchant, id));
            }
            if (reply instanceof TaskReply.Counted counted) {
                counts.keep(task, counted, who, now);
            }
            promises.settled(merchant, task.claim(), id, true, now);
            events.publishEvent(new TaskAnswered(merchant.value(), task.claim(), id));
            return known(merchant, id);
        });
    }

    @Override
    public Task cancel(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var now = now();
            table.end(merchant, id, State.CANCELLED, null, null, EventWords.name(actor), now);
            var task = known(merchant, id);
            if (task.state() != State.CANCELLED) {
                throw ended(task);
            }
            promises.settled(merchant, task.claim(), id, false, now);
            return task;
        });
    }

    private Task known(MerchantId merchant, UUID id) {
        return table.find(merchant, id).orElseThrow(TaskDesk::absent);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private static Refused late(Task task) {
        return task.state() == State.ANSWERED
                ? conflict(ANSWERED_ALREADY, "investigation.task.refusal.late")
                : ended(task);
    }

    private static Refused ended(Task task) {
        return task.state() == State.CANCELLED
                ? conflict("CANCELLED", "investigation.task.refusal.cancelled")
                : conflict(ANSWERED_ALREADY, "investigation.task.refusal.answered");
    }

    private static Refused conflict(String code, String key) {
        return new Refused(Refusal.conflict(code, Phrase.of(key)));
    }

    private static void refuse(List<Refusal.Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
