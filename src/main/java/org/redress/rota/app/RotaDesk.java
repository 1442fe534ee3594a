package org.redress.rota.app;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Owed;
import org.redress.claims.Promises;
import org.redress.claims.Stumbles;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Era;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.rota.Member;
import org.redress.rota.Rota;
import org.redress.rota.model.Fit;
import org.redress.rota.model.Loads;
import org.redress.rota.store.MemberTable;
import org.springframework.stereotype.Component;

/** Gives claims to people. Whoever has taken one has it: only what nobody has is given, and what somebody away has. */
@Component
class RotaDesk implements Rota {
    /** How far it is looked for claims that fit somebody who has room, at once. */
    private static final int MOST_PAGES = 20;

    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final MemberTable members;
    private final Accounts accounts;
    private final Claims claims;
    private final Promises promises;
    private final Stumbles stumbles;
    private final Jobs jobs;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    RotaDesk(
            MemberTable members,
            Accounts accounts,
            Claims claims,
            Promises promises,
            Stumbles stumbles,
            Jobs jobs,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.members = members;
        this.accounts = accounts;
        this.claims = claims;
        this.promises = promises;
        this.stumbles = stumbles;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Place> places(MerchantId merchant) {
        return transactions.call(merchant, () -> {
            var said = members.all(merchant);
            var staff = accounts.all(merchant).stream()
                    .filter(Account::canLogIn)
                    .filter(one -> one.has(Role.AGENT))
                    .toList();
            var open = claims.counts(
                    merchant, staff.stream().map(one -> open(one.id())).toList());
            return IntStream.range(0, staff.size())
                    .mapToObj(i -> new Place(
                            staff.get(i),
                            said.getOrDefault(
                                    staff.get(i).id(), Member.usual(staff.get(i).id())),
                            open.get(i).atLeast()))
                    .toList();
        });
    }

    private static ClaimFilter open(UUID account) {
        return ClaimFilter.ALL.owedBy(Set.of(Owed.Party.AGENT)).assignee(account);
    }

    @Override
    public boolean isByItself(MerchantId merchant) {
        return transactions.call(merchant, () -> members.isByItself(merchant));
    }

    @Override
    public void byItself(Viewer viewer, boolean on) {
        if (!viewer.has(Role.SUPERVISOR)) {
            throw new Refused(Refusal.forbidden());
        }
        transactions.run(viewer.merchant(), () -> members.byItself(viewer.merchant(), on));
    }

    @Override
    public void change(Viewer viewer, Member member) {
        boolean own = viewer.actor() instanceof Actor.Staff(var account, var _) && account.equals(member.account());
        if (!own && !viewer.has(Role.SUPERVISOR)) {
            throw new Refused(Refusal.forbidden());
        }
        transactions.run(viewer.merchant(), () -> {
            check(viewer.merchant(), member);
            members.put(viewer.merchant(), member);
            if (member.isAway(clock.instant())) {
                jobs.promise(
                        RotaJobs.HAND_OVER.getTaskName(),
                        RotaJobs.name(viewer.merchant(), member.account()),
                        clock.instant());
            }
        });
    }

    private void check(MerchantId merchant, Member member) {
        if (accounts.find(merchant, member.account()).isEmpty()) {
            throw new Refused(Refusal.absent());
        }
        if (member.most() < 1 || member.most() > Member.LARGEST_MOST) {
            throw new Refused(
                    Refusal.invalid("/most", "OUT_OF_RANGE", Phrase.of("rota.fault.most", Member.LARGEST_MOST)));
        }
        if (!LANGUAGES.containsAll(member.languages())) {
            throw new Refused(Refusal.invalid("/languages", "NOT_A_CHOICE", Phrase.of("rota.fault.language")));
        }
        var from = member.awayFrom();
        var until = member.awayUntil();
        if (Stream.of(Optional.ofNullable(from), Optional.ofNullable(until))
                .flatMap(Optional::stream)
                .anyMatch(at -> !Era.OF_WORK.holds(at))) {
            throw new Refused(Refusal.invalid("/awayFrom", "OUT_OF_RANGE", Phrase.of("rota.fault.far")));
        }
        if ((from == null && until != null) || (from != null && until != null && !until.isAfter(from))) {
            throw new Refused(Refusal.invalid("/awayUntil", "BEFORE_START", Phrase.of("rota.fault.away")));
        }
        var deputy = member.deputy();
        if (deputy != null
                && (deputy.equals(member.account())
                        || accounts.find(merchant, deputy)
                                .filter(one -> one.canLogIn() && one.has(Role.AGENT))
                                .isEmpty())) {
            throw new Refused(Refusal.invalid("/deputy", "NOT_A_CHOICE", Phrase.of("rota.fault.deputy")));
        }
    }

    /** Where claims are given by themselves: this one to whoever fits best, if nobody has it. */
    void give(MerchantId merchant, UUID id) {
        if (isByItself(merchant)) {
            claims.find(merchant, id)
                    .filter(claim -> claim.assignee() == null && isForAnAgent(claim))
                    .ifPresent(claim -> give(claim, new Loads(places(merchant)), Optional.empty()));
        }
    }

    private boolean isForAnAgent(Claim claim) {
        return switch (claim.owed().by()) {
            case AGENT -> true;
            case CUSTOMER, SUPERVISOR, SYSTEM ->
                !promises.unanswered(claim.merchant(), List.of(claim.id())).isEmpty();
            case NOBODY -> false;
        };
    }

    /** Claims that found nobody when they came, or that became an agent’s turn since, find somebody as soon as somebody fits. */
    void giveWaiting(MerchantId merchant) {
        if (!isByItself(merchant)) {
            return;
        }
        var loads = new Loads(places(merchant));
        giveWaiting(merchant, ClaimFilter.ALL.owedBy(Set.of(Owed.Party.AGENT)), loads);
        giveWaiting(merchant, ClaimFilter.ALL.onlyUnanswered(), loads);
    }

    private void giveWaiting(MerchantId merchant, ClaimFilter which, Loads loads) {
        var round = stumbles.round(merchant, Stumbles.Task.ROTA);
        var given = new AtomicInteger();
        int pages = 0;
        String after = null;
        do {
            var waiting = claims.search(
                    merchant, new ClaimSearch(which.withoutAssignee(), ClaimSearch.Sort.DUE, after, Page.USUAL));
            waiting.items().stream()
                    .filter(claim -> claim.owed().by() != Owed.Party.NOBODY)
                    .forEach(claim -> round.work(claim.id(), () -> {
                        if (give(claim, loads, Optional.empty())) {
                            given.incrementAndGet();
                        }
                    }));
            after = waiting.next();
            pages++;
        } while (after != null && given.get() < Page.USUAL && pages < MOST_PAGES);
    }

    /** What those have who are away now goes to their deputies, or to whoever fits; without either it is free for all. */
    void handOver(MerchantId merchant) {
        var now = clock.instant();
        transactions.call(merchant, () -> members.all(merchant)).values().stream()
                .filter(member -> member.isAway(now))
                .map(Member::account)
                .forEach(account -> handOver(merchant, account));
    }

    /**
     * What somebody has goes to others, page by page and each claim by a move of its own. Whoever is back, or comes back
     * meanwhile, keeps what they still have; done twice, it finds nothing the second time.
     */
    void handOver(MerchantId merchant, UUID account) {
        var round = stumbles.round(merchant, Stumbles.Task.ROTA);
        var loads = new Loads(places(merchant));
        String after = null;
        do {
            var away = away(merchant, account);
            if (away.isEmpty()) {
                return;
            }
            var deputy = Optional.ofNullable(away.get().deputy());
            var theirs =
                    claims.search(merchant, new ClaimSearch(open(account), ClaimSearch.Sort.DUE, after, Page.USUAL));
            theirs.items().forEach(claim -> round.work(claim.id(), () -> handOver(claim, loads, deputy)));
            after = theirs.next();
        } while (after != null);
    }

    private Optional<Member> away(MerchantId merchant, UUID account) {
        return Optional.ofNullable(
                        transactions.call(merchant, () -> members.all(merchant)).get(account))
                .filter(member -> member.isAway(clock.instant()));
    }

    private void handOver(Claim claim, Loads loads, Optional<UUID> deputy) {
        if (!give(claim, loads, deputy)) {
            free(claim);
        }
    }

    private boolean give(Claim claim, Loads loads, Optional<UUID> deputy) {
        while (true) {
            var who = Fit.of(claim, loads.candidates(), () -> known(claim), deputy, clock.instant());
            if (who.isEmpty() || give(claim, loads, who.get())) {
                return who.isPresent();
            }
        }
    }

    /** False where they have their hands full by now, as others give at the same time. */
    private boolean give(Claim claim, Loads loads, UUID account) {
        try {
            return transactions.call(claim.merchant(), () -> {
                members.holdGiving(claim.merchant());
                int many = claims.counts(claim.merchant(), List.of(open(account)))
                        .getFirst()
                        .atLeast();
                loads.has(account, many);
                if (!loads.hasRoom(account, many)) {
                    return false;
                }
                assigned(claim, account);
                loads.has(account, many + 1);
                return true;
            });
        } catch (Refused meanwhile) {
            // Somebody has taken it, or it has moved: the next sweep looks again.
            return true;
        }
    }

    private void free(Claim claim) {
        try {
            assigned(claim, null);
        } catch (Refused meanwhile) {
            // Somebody has taken it, or it has moved: the next sweep looks again.
        }
    }

    private void assigned(Claim claim, @Nullable UUID account) {
        claims.handle(
                claim.merchant(), claim.id(), new ClaimCommand.Assign(account), new Actor.Product(), claim.version());
    }

    /** Who has another claim of the same order, or lately had one that the same customer told. */
    private Set<UUID> known(Claim claim) {
        var order = claim.filing().orderNumber();
        var known = new HashSet<UUID>();
        if (order != null) {
            known.addAll(assignees(claim, ClaimFilter.ALL.order(order)));
        }
        var contact = Stream.of(
                        claim.filing().contact().email(),
                        claim.filing().contact().phone())
                .flatMap(Stream::ofNullable)
                .findFirst();
        contact.ifPresent(text -> known.addAll(assignees(claim, ClaimFilter.ALL.text(text))));
        return known;
    }

    private Set<UUID> assignees(Claim claim, ClaimFilter filter) {
        return claims
                .search(claim.merchant(), new ClaimSearch(filter, ClaimSearch.Sort.FILED, null, 10))
                .items()
                .stream()
                .filter(other ->
                        other.filing().contact().isReachedAs(claim.filing().contact()))
                .map(Claim::assignee)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }
}
