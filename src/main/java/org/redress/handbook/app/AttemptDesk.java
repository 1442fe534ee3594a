package org.redress.handbook.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Accounts;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.database.MerchantTransactions;
import org.redress.handbook.Ask;
import org.redress.handbook.Attempt;
import org.redress.handbook.Attempts;
import org.redress.handbook.Audience;
import org.redress.handbook.CaseStudies;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Drawn;
import org.redress.handbook.model.Draw;
import org.redress.handbook.store.AttemptTable;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class AttemptDesk implements Attempts {
    private final MerchantTransactions transactions;
    private final AttemptTable attempts;
    private final Shelf shelf;
    private final ObjectProvider<CaseStudies> studies;
    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom seeds = new SecureRandom();

    AttemptDesk(
            MerchantTransactions transactions,
            AttemptTable attempts,
            Shelf shelf,
            ObjectProvider<CaseStudies> studies,
            Accounts accounts,
            InstantSource clock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.shelf = shelf;
        this.studies = studies;
        this.accounts = accounts;
        this.clock = clock;
    }

    private static UUID account(Viewer viewer) {
        if (viewer.actor() instanceof Actor.Staff(var account, var _)) {
            return account;
        }
        throw new Refused(Refusal.forbidden());
    }

    private void checkChapter(String chapter) {
        if (shelf.chapter(Audience.STAFF, chapter, Languages.ENGLISH).isEmpty()) {
            throw new Refused(Refusal.absent());
        }
    }

    @Override
    public Attempt begin(Viewer viewer, String chapter) {
        var account = account(viewer);
        checkChapter(chapter);
        var merchant = viewer.merchant();
        var open = transactions.call(merchant, () -> {
            attempts.read(merchant, account, chapter, clock.instant());
            var begun = attempts.open(merchant, account, chapter);
            begun.filter(attempt -> !isStillAsked(attempt))
                    .ifPresent(attempt -> attempts.end(merchant, attempt.id(), false, clock.instant()));
            return begun.filter(this::isStillAsked);
        });
        return open.orElseGet(() -> draw(merchant, account, chapter));
    }

    /** The bank changes with the product: a test that was begun before may ask what it does not hold any more. */
    private boolean isStillAsked(Attempt attempt) {
        var bank = shelf.bank(attempt.chapter(), Languages.ENGLISH);
        return attempt.questions().stream().allMatch(drawn -> switch (drawn) {
            case Drawn.FromBank asked -> bank.stream().anyMatch(asked::isOf);
            case Drawn.FromCase _ -> true;
        });
    }

    /** Of several that are drawn at once the first counts. */
    private Attempt draw(MerchantId merchant, UUID account, String chapter) {
        long seed = seeds.nextLong();
        var asks = Ask.of(chapter);
        var questions = Draw.test(seed, shelf.bank(chapter, Languages.ENGLISH), asks, cases(merchant, asks));
        var drawn = new Attempt(Ids.next(), account, chapter, seed, questions, List.of(), clock.instant(), null);
        return transactions.call(merchant, () -> {
            attempts.add(merchant, drawn);
            return attempts.open(merchant, account, chapter).orElse(drawn);
        });
    }

    private List<CaseStudy> cases(MerchantId merchant, List<Ask> asks) {
        var kinds = Ask.kinds(asks);
        return studies.orderedStream()
                .flatMap(each -> kinds.stream().flatMap(kind -> each.of(merchant, kind).stream()))
                .toList();
    }

    @Override
    public void read(Viewer viewer, String chapter) {
        var account = account(viewer);
        checkChapter(chapter);
        transactions.run(viewer.merchant(), () -> attempts.read(viewer.merchant(), account, chapter, clock.instant()));
    }

    @Override
    public Optional<Attempt> find(Viewer viewer, UUID attempt) {
        var account = account(viewer);
        return transactions
                .call(viewer.merchant(), () -> attempts.find(viewer.merchant(), account, attempt))
                .filter(found -> found.isOver() || isStillAsked(found));
    }

    @Override
    public Attempt answer(Viewer viewer, UUID id, int question, int option) {
        var account = account(viewer);
        var merchant = viewer.merchant();
        return transactions.call(merchant, () -> {
            var before = attempts.find(merchant, account, id).orElseThrow(() -> new Refused(Refusal.absent()));
            if (question < 0
                    || question > before.answers().size()
                    || question >= before.questions().size()
                    || option < 0
                    || option >= before.questions().get(question).choices()) {
                throw new Refused(Refusal.invalid("/option", "NOT_A_CHOICE", Phrase.of("handbook.fault.option")));
            }
            attempts.answer(merchant, id, question, option);
            var after = attempts.find(merchant, account, id).orElseThrow();
            if (after.isOver()) {
                attempts.end(merchant, id, after.isPassed(), clock.instant());
            }
            return after;
        });
    }

    @Override
    public Map<String, Progress> progress(Viewer viewer) {
        var account = account(viewer);
        var merchant = viewer.merchant();
        return transactions.call(merchant, () -> {
            var progress = new HashMap<String, Progress>();
            attempts.chaptersRead(merchant, account).forEach(chapter -> progress.put(chapter, Progress.READ));
            attempts.passed(merchant)
                    .getOrDefault(account, Set.of())
                    .forEach(chapter -> progress.put(chapter, Progress.PASSED));
            return Map.copyOf(progress);
        });
    }

    @Override
    public List<Standing> standings(Viewer viewer) {
        if (!viewer.has(Role.SUPERVISOR) && !viewer.has(Role.ADMIN)) {
            throw new Refused(Refusal.forbidden());
        }
        var merchant = viewer.merchant();
        return transactions.call(merchant, () -> {
            var passed = attempts.passed(merchant);
            return accounts.all(merchant).stream()
                    .filter(one -> one.canLogIn())
                    .map(one -> new Standing(one.id(), one.name(), passed.getOrDefault(one.id(), Set.of())))
                    .toList();
        });
    }
}
