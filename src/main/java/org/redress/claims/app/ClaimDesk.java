package org.redress.claims.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.CustomerLinks;
import org.redress.claims.Assessment;
import org.redress.claims.CaseSeen;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Dossier;
import org.redress.claims.Entry;
import org.redress.claims.Feelings;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.LegalFlag;
import org.redress.claims.Matters;
import org.redress.claims.Route;
import org.redress.claims.Severity;
import org.redress.claims.Verification;
import org.redress.claims.model.ClaimHistory;
import org.redress.claims.model.ClaimLifecycle;
import org.redress.claims.model.ClaimNumber;
import org.redress.claims.model.ExternalRoutes;
import org.redress.claims.model.FilingRules;
import org.redress.claims.model.FirstLook;
import org.redress.claims.model.LegalFlags;
import org.redress.claims.model.Lineage;
import org.redress.claims.model.SearchWords;
import org.redress.claims.model.VerificationChecks;
import org.redress.claims.store.ClaimLedger;
import org.redress.claims.store.ClaimQueue;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.ContainmentTable;
import org.redress.claims.store.WordTable;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;
import org.springframework.stereotype.Component;

/** Does what {@link Claims} promises. Each command is one transaction: row, ledger entry, event. */
@Component
class ClaimDesk implements Claims {
    /** How long a customer's link to a claim opens: the years that a platform keeps the record (domain.md S29). */
    static final Duration LINK_LASTS = Duration.ofDays(3 * 365L);

    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final ClaimLedger ledger;
    private final ClaimQueue queue;
    private final WordTable words;
    private final CaseFile caseFile;
    private final Evidence evidence;
    private final CustomerLinks links;
    private final Accounts accounts;
    private final ContainmentTable containments;
    private final Moves moves;
    private final OfferDesk offers;
    private final Matters matters;
    private final Feelings feelings;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ClaimDesk(
            MerchantTransactions transactions,
            ClaimTable claims,
            ClaimLedger ledger,
            ClaimQueue queue,
            WordTable words,
            CaseFile caseFile,
            Evidence evidence,
            CustomerLinks links,
            Accounts accounts,
            ContainmentTable containments,
            Moves moves,
            OfferDesk offers,
            Matters matters,
            Feelings feelings,
            Clockwork clockwork,
            InstantSource clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.ledger = ledger;
        this.queue = queue;
        this.words = words;
        this.caseFile = caseFile;
        this.evidence = evidence;
        this.links = links;
        this.accounts = accounts;
        this.containments = containments;
        this.moves = moves;
        this.offers = offers;
        this.matters = matters;
        this.feelings = feelings;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    @Override
    public Filed file(MerchantId merchant, Filing filing, Actor actor) {
        return transactions.call(merchant, () -> {
            var order = caseFile.order(merchant, filing);
            FilingRules.check(filing, order).ifPresent(refusal -> {
                throw new Refused(refusal);
            });
            var id = Ids.next();
            var files = filing.evidence().isEmpty()
                    ? List.<EvidenceItem>of()
                    : evidence.attach(merchant, id, filing.evidence());
            var facts = caseFile.facts(merchant, id, filing, order, files);
            var now = moves.now();
            var policy = caseFile.policy(merchant, order, now);
            var figures = policy.figures();
            var channel = filing.channel().name();
            var verdict = VerificationChecks.verify(facts, figures).verdict();
            var earlier = Lineage.of(filing, caseFile.onOrder(merchant, filing));
            var assessment =
                    FirstLook.of(facts, figures, earlier.map(Claim::number).orElse(null));
            var severity = assessment.severity();
            var spans = clockwork.spans(merchant, clock -> policy.clock(channel, clock));
            var fresh =
                    ClaimHistory.registered(merchant, id, freeNumber(merchant), filing, verdict, severity, now, spans);
            var claim = earlier.map(first -> Lineage.following(fresh, first)).orElse(fresh);
            claims.insert(claim);
            feelings.heard(merchant, id, filing.statement(), now);
            words.add(merchant, id, SearchWords.of(filing, claim.number(), facts.namesOfArticles()));
            clockwork.begin(claim, spans);
            moves.record(claim, new ClaimEvent.ClaimRegistered(filing.channel(), filing.demand()), actor, now);
            if (!files.isEmpty()) {
                var ids = Set.copyOf(filing.evidence().keySet());
                moves.record(claim, new ClaimEvent.EvidenceAdded(ids), actor, now);
            }
            if (severity == Severity.SAFETY) {
                moves.record(
                        claim, new ClaimEvent.ClaimAssessed(severity, assessment.hazards()), new Actor.Product(), now);
            }
            contain(claim, assessment);
            return new Filed(claim, links.issue(merchant, id, now.plus(LINK_LASTS)));
        });
    }

    private String freeNumber(MerchantId merchant) {
        var number = ClaimNumber.next(random);
        while (claims.isNumberTaken(merchant, number)) {
            number = ClaimNumber.next(random);
        }
        return number;
    }

    @Override
    public Optional<Claim> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> claims.find(merchant, id));
    }

    @Override
    public Optional<Claim> byNumber(MerchantId merchant, String number) {
        return ClaimNumber.parse(number)
                .flatMap(known -> transactions.call(merchant, () -> claims.byNumber(merchant, known)));
    }

    @Override
    public Map<UUID, String> numbers(MerchantId merchant, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : transactions.call(merchant, () -> claims.numbers(merchant, ids));
    }

    @Override
    public Page<Claim> search(MerchantId merchant, ClaimSearch search) {
        return transactions.call(merchant, () -> queue.page(merchant, search));
    }

    @Override
    public Set<UUID> matching(MerchantId merchant, ClaimFilter filter, Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : transactions.call(merchant, () -> queue.matching(merchant, filter, ids));
    }

    @Override
    public List<Claim> all(MerchantId merchant, Collection<UUID> ids) {
        return transactions.call(merchant, () -> claims.all(merchant, ids));
    }

    @Override
    public List<Count> counts(MerchantId merchant, List<ClaimFilter> filters) {
        return transactions.call(merchant, () -> queue.counts(merchant, filters));
    }

    @Override
    public void findBy(MerchantId merchant, UUID id, String text) {
        transactions.run(merchant, () -> words.add(merchant, id, SearchWords.of(text)));
    }

    @Override
    public Claim handle(MerchantId merchant, UUID id, ClaimCommand command, Actor actor, @Nullable Integer seen) {
        return transactions.call(merchant, () -> {
            var claim = moves.seen(merchant, id, seen);
            if (command instanceof ClaimCommand.Assign(var account) && account != null) {
                checkAssignee(merchant, account);
            }
            switch (command) {
                case ClaimCommand.Reject(var reason, var _) -> matters.checkConfidential(claim, reason, "/reason");
                case ClaimCommand.AskInformation(var _, var message) ->
                    matters.checkConfidential(claim, message, "/message");
                default -> {}
            }
            var moved = moves.move(claim, withWhatIsSeen(claim, command), actor, seen != null);
            offers.secondPersonAgreed(claim, moved, command);
            return moved;
        });
    }

    /** A decision against the customer, and one about an offer, keep for good what stood before whoever decided. */
    private ClaimCommand withWhatIsSeen(Claim claim, ClaimCommand command) {
        return switch (command) {
            case ClaimCommand.Reject(var reason, var _) -> new ClaimCommand.Reject(reason, caseSeen(claim));
            case ClaimCommand.DecideApproval(var offer, var approved, var note, var _) ->
                new ClaimCommand.DecideApproval(offer, approved, note, offers.seen(claim, offer));
            default -> command;
        };
    }

    private CaseSeen caseSeen(Claim claim) {
        var known = caseFile.judgement(claim);
        var facts = known.facts();
        var verification = known.verification();
        return new CaseSeen(
                verification.verdict(),
                verification.checks().stream()
                        .map(check -> new CaseSeen.Check(check.code(), check.outcome()))
                        .toList(),
                facts.evidence().stream()
                        .map(file -> new CaseSeen.File(file.id().value(), file.kind(), file.sha256()))
                        .toList(),
                claim.version());
    }

    @Override
    public Claim merge(MerchantId merchant, UUID id, UUID into, Actor actor, @Nullable Integer seen) {
        return transactions.call(merchant, () -> {
            // Held in the order of their ids: two that merge each other wait, and the second is refused.
            Stream.of(id, into)
                    .distinct()
                    .sorted(Comparator.comparing(UUID::toString))
                    .forEach(each -> claims.hold(merchant, each));
            var claim = moves.seen(merchant, id, seen);
            var other = moves.seen(merchant, into, null);
            return moves.move(claim, new ClaimCommand.Merge(other, caseFile.holdsOthers(claim)), actor, true);
        });
    }

    @Override
    public Optional<Claim> goesOnAs(Claim claim) {
        return claim.state() instanceof ClaimState.Merged merged
                ? find(claim.merchant(), merged.into())
                        .filter(into -> into.filing()
                                .contact()
                                .isReachedAs(claim.filing().contact()))
                : Optional.empty();
    }

    @Override
    public String trackPath(Claim claim) {
        return transactions.call(
                claim.merchant(),
                () -> links.issue(claim.merchant(), claim.id(), moves.now().plus(LINK_LASTS)));
    }

    @Override
    public List<Route> routes(Claim claim) {
        return ExternalRoutes.of(country(claim).orElse(null));
    }

    @Override
    public List<Route> routes(Area area) {
        return ExternalRoutes.of(
                switch (area) {
                    case CN -> "CN";
                    case EU -> "DE";
                    case GB -> "GB";
                    case OTHER -> null;
                });
    }

    @Override
    public Area area(Claim claim) {
        return Area.of(country(claim).orElse(null));
    }

    private Optional<String> country(Claim claim) {
        return transactions.call(
                claim.merchant(),
                () -> caseFile.order(claim.merchant(), claim.filing())
                        .map(order -> order.shipTo().country()));
    }

    private void checkAssignee(MerchantId merchant, UUID account) {
        if (accounts.find(merchant, account).filter(Account::active).isEmpty()) {
            throw new Refused(Refusal.invalid("/account", "NOT_A_CHOICE", Phrase.of("claims.fault.assignee")));
        }
    }

    /**
     * A file of the claim has been read: what we believe is judged again. The claim is held meanwhile, so that of two
     * readings at once the later sees both.
     */
    void judgeAgain(MerchantId merchant, UUID id, EvidenceId file) {
        transactions.run(merchant, () -> claims.hold(merchant, id).ifPresent(claim -> judge(claim, file)));
    }

    /**
     * Something is recorded that may change what we believe of these claims: an order, a parcel, an event that came late.
     * Only a change of mind is written down.
     */
    void judgeAgain(MerchantId merchant, Collection<UUID> ids) {
        for (var id : ids) {
            transactions.run(merchant, () -> claims.hold(merchant, id).ifPresent(claim -> judge(claim, null)));
        }
    }

    private void judge(Claim claim, @Nullable EvidenceId file) {
        var judgement = caseFile.judgement(claim);
        var verdict = judgement.verification().verdict();
        var earlier = follow(claim, judgement.others());
        var judged = earlier.map(first -> Lineage.following(claim, first)).orElse(claim);
        if (file != null || verdict != claim.verdict()) {
            judged = moves.move(judged, new ClaimCommand.RecordReading(file, verdict), new Actor.Product(), false);
        }
        var assessment = earlier.map(first ->
                        FirstLook.of(judgement.facts(), judgement.policy().figures(), first.number()))
                .orElse(judgement.assessment());
        // What was dangerous once is not declared harmless by a machine.
        var severity = assessment.severity();
        if (severity != judged.severity() && judged.severity() != Severity.SAFETY) {
            judged = moves.move(
                    judged, new ClaimCommand.Assess(severity, assessment.hazards()), new Actor.Product(), false);
        }
        contain(judged, assessment);
    }

    /** The claim that this one turns out to follow: one whose replacement was on its way when this one was filed. */
    private Optional<Claim> follow(Claim claim, List<Claim> others) {
        if (claim.follows() != null) {
            return Optional.empty();
        }
        var earlier = Lineage.of(
                        claim.filing(),
                        others.stream()
                                .filter(other -> other.filedAt().isBefore(claim.filedAt()))
                                .toList())
                .filter(first -> Lineage.isAfter(claim, first, ledger.of(first.merchant(), first.id())));
        earlier.map(first -> Lineage.following(claim, first)).ifPresent(following -> {
            claims.follow(following);
            clockwork.hasten(following);
        });
        return earlier;
    }

    private void contain(Claim claim, Assessment assessment) {
        assessment.dangers().forEach(danger -> containments.open(claim.merchant(), claim.id(), danger, moves.now()));
    }

    @Override
    public Claim offer(
            MerchantId merchant, UUID id, RemedyPlan plan, @Nullable String note, Actor actor, @Nullable Integer seen) {
        return transactions.call(merchant, () -> {
            if (note != null) {
                matters.checkConfidential(moves.seen(merchant, id, seen), note, "/note");
            }
            return offers.offer(merchant, id, plan, note, actor, seen);
        });
    }

    @Override
    public RemedyChoice remedyOptions(MerchantId merchant, UUID id) {
        return transactions.call(
                merchant,
                () -> caseFile.judgement(moves.seen(merchant, id, null)).choice());
    }

    @Override
    public Verification verification(Claim claim) {
        return transactions.call(
                claim.merchant(), () -> caseFile.judgement(claim).verification());
    }

    @Override
    public Dossier dossier(Claim claim) {
        var merchant = claim.merchant();
        return transactions.call(merchant, () -> {
            var known = caseFile.judgement(claim);
            return new Dossier(
                    known.facts().order(),
                    known.facts().products(),
                    known.facts().stock(),
                    known.facts().evidence(),
                    known.facts().way().trail().parcels(),
                    known.others(),
                    known.verification(),
                    known.assessment(),
                    LegalFlags.of(claim, known.facts(), known.verification(), clock.instant()),
                    containments.ofClaim(merchant, claim.id()),
                    offers.atOnce(claim, known),
                    known.choice());
        });
    }

    @Override
    public Map<UUID, LegalFlag> pressing(MerchantId merchant, Collection<Claim> some) {
        var now = clock.instant();
        var flags = new HashMap<Claim, LegalFlag>();
        some.forEach(claim -> LegalFlags.delay(claim, now)
                .filter(LegalFlag::isPressing)
                .filter(_ -> claim.filing().orderNumber() != null)
                .ifPresent(flag -> flags.put(claim, flag)));
        if (flags.isEmpty()) {
            return Map.of();
        }
        var countries = caseFile.countries(
                merchant,
                flags.keySet().stream()
                        .map(claim -> claim.filing().orderNumber())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()));
        return flags.entrySet().stream()
                .filter(flagged -> LegalFlags.isThere(
                        countries.get(String.valueOf(flagged.getKey().filing().orderNumber()))))
                .collect(Collectors.toMap(flagged -> flagged.getKey().id(), Map.Entry::getValue));
    }

    @Override
    public List<Entry> timeline(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> ledger.of(merchant, id));
    }

    @Override
    public Set<ClaimAct> possible(Claim claim, Actor actor) {
        return ClaimLifecycle.possible(claim, actor, clock.instant());
    }
}
