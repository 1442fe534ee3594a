package org.redress.handbook.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.ClosedBy;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.Verification;
import org.redress.evidence.EvidenceKind;
import org.redress.handbook.CaseStudies;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Remedy;
import org.springframework.stereotype.Component;

/**
 * The shop’s own claims. What is shown of them is chosen word by word: kinds of problems, articles of the order, and sentences
 * about records whose gaps are numbers at most.
 */
@Component
class OwnCases implements CaseStudies {
    private static final int LOOKED_THROUGH = 100;

    /** Of one kind. Of no more than these the records are read. */
    static final int MOST = 6;

    /** What by itself puts wrong goods right. */
    private static final List<Remedy.Kind> WHOLE =
            List.of(Remedy.Kind.RESHIP, Remedy.Kind.EXCHANGE, Remedy.Kind.REFUND);

    /** What is about the goods and their way, and not about the person. */
    private static final Set<Verification.Code> TOLD = EnumSet.of(
            Verification.Code.PACKING_SLIP,
            Verification.Code.OUTER_LABEL,
            Verification.Code.WEIGHT,
            Verification.Code.WAREHOUSE_RECORD,
            Verification.Code.RETURN_INSPECTION,
            Verification.Code.CARRIER_RECORD);

    private static final Set<Problem> OTHER_GOODS = EnumSet.of(Problem.WRONG_ITEM, Problem.WRONG_VARIANT);

    private static final Set<ClaimState.Name> OPEN =
            EnumSet.complementOf(EnumSet.of(ClaimState.Name.CLOSED, ClaimState.Name.REJECTED));

    private final Claims claims;

    OwnCases(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<CaseStudy> of(MerchantId merchant, Class<? extends CaseStudy> kind) {
        if (kind == CaseStudy.OfMoment.class) {
            return some(latest(merchant, OPEN), OwnCases::at, OwnCases::moment);
        }
        var closed = latest(merchant, Set.of(ClaimState.Name.CLOSED));
        if (kind == CaseStudy.OfCause.class) {
            return some(closed, OwnCases::mechanism, this::cause);
        }
        if (kind == CaseStudy.OfRemedy.class) {
            return some(closed, OwnCases::whole, OwnCases::remedy);
        }
        if (kind == CaseStudy.OfGoods.class) {
            return some(closed, OwnCases::onlyProblem, this::goods);
        }
        if (kind == CaseStudy.OfPhotos.class) {
            return some(closed, OwnCases::shown, this::photos);
        }
        return kind == CaseStudy.OfWords.class ? some(closed, OwnCases::told, OwnCases::words) : List.of();
    }

    private List<Claim> latest(MerchantId merchant, Set<ClaimState.Name> states) {
        var search = new ClaimSearch(ClaimFilter.ALL.states(states), ClaimSearch.Sort.FILED, null, LOOKED_THROUGH);
        return claims.search(merchant, search).items().stream()
                .filter(claim -> !claim.isOtherKind())
                .toList();
    }

    /**
     * In turn one of each sort, the latest first, so that what is frequent does not crowd out what is rare.
     *
     * @param sort empty for a claim that nothing can be learned from
     */
    private static <S> List<CaseStudy> some(
            List<Claim> claims,
            Function<Claim, Optional<S>> sort,
            Function<Claim, Optional<? extends CaseStudy>> told) {
        var sorts = new LinkedHashMap<S, List<Claim>>();
        for (var claim : claims) {
            sort.apply(claim)
                    .ifPresent(of ->
                            sorts.computeIfAbsent(of, _ -> new ArrayList<>()).add(claim));
        }
        return IntStream.range(0, LOOKED_THROUGH)
                .boxed()
                .flatMap(turn -> sorts.values().stream()
                        .flatMap(same -> same.stream().skip(turn).limit(1)))
                .limit(MOST)
                .<CaseStudy>flatMap(claim -> told.apply(claim).stream())
                .toList();
    }

    private static Optional<String> mechanism(Claim claim) {
        var cause = claim.cause();
        var conclusion = claim.conclusion();
        return cause == null
                        || conclusion == null
                        || conclusion.status().equals("UNDETERMINED")
                        || !Causes.mechanisms(cause).contains(conclusion.mechanism())
                ? Optional.empty()
                : Optional.of(conclusion.mechanism());
    }

    private Optional<CaseStudy> cause(Claim claim) {
        var cause = claim.cause();
        return cause == null
                ? Optional.empty()
                : mechanism(claim).map(mechanism -> {
                    var found = Phrase.of("handbook.found." + mechanism);
                    var facts = Stream.of(problems(claim), records(claims.verification(claim)), Stream.of(found))
                            .flatMap(each -> each);
                    return new CaseStudy.OfCause(false, facts.toList(), mechanism, cause);
                });
    }

    /** What was agreed and carried out, where the customer was satisfied with it. */
    private static Optional<Remedy.Kind> whole(Claim claim) {
        if (!(claim.state() instanceof ClaimState.Closed(var by)) || by != ClosedBy.SATISFIED) {
            return Optional.empty();
        }
        return claim.offers().stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .flatMap(offer -> WHOLE.stream().filter(offer.plan()::has))
                .findFirst();
    }

    private static Optional<CaseStudy> remedy(Claim claim) {
        return whole(claim)
                .map(kind -> new CaseStudy.OfRemedy(
                        false,
                        Stream.concat(problems(claim), Stream.of(asked(claim))).toList(),
                        kind));
    }

    private static Optional<Problem> onlyProblem(Claim claim) {
        var problems = claim.filing().lines().stream()
                .map(Filing.Line::problem)
                .distinct()
                .toList();
        return problems.size() == 1 ? Optional.of(problems.getFirst()) : Optional.empty();
    }

    private Optional<CaseStudy> goods(Claim claim) {
        var different = claims.verification(claim).discrepancies().stream()
                .filter(Verification.Discrepancy::differs)
                .toList();
        var kinds = problems(different.stream()
                .map(Verification.Discrepancy::difference)
                .distinct()
                .toList());
        return kinds.size() == 1
                        && different.stream().allMatch(each -> each.sku() != null)
                        && different.stream().anyMatch(each -> each.ordered() != null && each.ordered() > 0)
                ? Optional.of(new CaseStudy.OfGoods(
                        false,
                        Stream.concat(different.stream().map(OwnCases::counted), likeness(kinds.getFirst()))
                                .toList(),
                        kinds.getFirst()))
                : Optional.empty();
    }

    /** What is lacking where something else came is part of that, and no difference of its own. */
    private static List<Problem> problems(List<Verification.Difference> differences) {
        return differences.equals(List.of(Verification.Difference.MISSING))
                ? List.of(Problem.MISSING_ITEM)
                : differences.stream()
                        .flatMap(each -> problem(each).stream())
                        .distinct()
                        .toList();
    }

    private static Optional<Problem> problem(Verification.Difference difference) {
        return Optional.ofNullable(
                switch (difference) {
                    case TOO_FEW, TOO_MANY -> Problem.WRONG_QUANTITY;
                    case WRONG_VARIANT -> Problem.WRONG_VARIANT;
                    case WRONG_ITEM -> Problem.WRONG_ITEM;
                    case EXTRA -> Problem.EXTRA_ITEM;
                    case NONE, UNKNOWN, MISSING -> null;
                });
    }

    private static Stream<Phrase> likeness(Problem problem) {
        return switch (problem) {
            case WRONG_VARIANT -> Stream.of(Phrase.of("handbook.case.similar"));
            case WRONG_ITEM -> Stream.of(Phrase.of("handbook.case.different"));
            case WRONG_QUANTITY, MISSING_ITEM, EXTRA_ITEM, WRONG_PARCEL, DAMAGED, NOT_RECEIVED, LATE -> Stream.empty();
        };
    }

    private static Optional<Boolean> shown(Claim claim) {
        return onlyProblem(claim)
                .filter(OTHER_GOODS::contains)
                .map(_ -> claim.filing().evidence().containsValue(EvidenceKind.ITEM_BARCODE));
    }

    private Optional<CaseStudy> photos(Claim claim) {
        boolean sent = claim.filing().evidence().containsValue(EvidenceKind.ITEM_BARCODE);
        var verification = claims.verification(claim);
        boolean read = verification.checks().stream()
                .anyMatch(check -> check.code() == Verification.Code.PHOTO_BARCODE
                        && check.outcome() == Verification.Outcome.PASS);
        boolean lacking = verification.missingEvidence().stream()
                .findFirst()
                .filter(EvidenceKind.ITEM_BARCODE::equals)
                .isPresent();
        return read == sent && read != lacking
                ? Optional.of(new CaseStudy.OfPhotos(
                        false,
                        Stream.concat(problems(claim), Stream.of(Phrase.of("handbook.case.barcode." + read)))
                                .toList(),
                        read))
                : Optional.empty();
    }

    private static Optional<CaseStudy.Moment> at(Claim claim) {
        return Optional.ofNullable(
                switch (claim.state()) {
                    case ClaimState.Submitted() -> CaseStudy.Moment.REPORTED;
                    case ClaimState.NeedsInformation _ -> CaseStudy.Moment.ASKED;
                    case ClaimState.Accepted() -> CaseStudy.Moment.ACCEPTED;
                    case ClaimState.Offered(var offer) ->
                        offer.state() == Offer.State.AWAITING_APPROVAL
                                ? CaseStudy.Moment.PROPOSED
                                : CaseStudy.Moment.OFFERED;
                    case ClaimState.Executing executing ->
                        executing.failed().isEmpty() && !executing.stopping() ? CaseStudy.Moment.EXECUTING : null;
                    case ClaimState.FollowingUp(var over) -> over ? null : CaseStudy.Moment.DELIVERED;
                    case ClaimState.Closed _, ClaimState.Rejected _, ClaimState.Merged _ -> null;
                });
    }

    private static Optional<CaseStudy> moment(Claim claim) {
        return at(claim)
                .map(at -> new CaseStudy.OfMoment(
                        false,
                        Stream.concat(problems(claim), Stream.of(at.said())).toList(),
                        at));
    }

    private static Optional<List<Object>> told(Claim claim) {
        var conclusion = claim.conclusion();
        return conclusion == null || !conclusion.isOurs()
                ? Optional.empty()
                : onlyProblem(claim)
                        .filter(problem -> OTHER_GOODS.contains(problem) || problem == Problem.MISSING_ITEM)
                        .flatMap(problem -> whole(claim)
                                .filter(kind -> problem != Problem.MISSING_ITEM || kind != Remedy.Kind.EXCHANGE)
                                .map(kind -> List.of(problem, kind)));
    }

    private static Optional<CaseStudy> words(Claim claim) {
        return onlyProblem(claim)
                .flatMap(problem -> whole(claim)
                        .map(kind -> new CaseStudy.OfWords(
                                false,
                                Stream.concat(problems(claim), Stream.of(asked(claim), Phrase.of("handbook.case.ours")))
                                        .toList(),
                                problem,
                                kind)));
    }

    private static Phrase asked(Claim claim) {
        return Phrase.of("handbook.case.asked." + claim.filing().demand());
    }

    private static Stream<Phrase> problems(Claim claim) {
        return claim.filing().lines().stream()
                .map(line -> Phrase.of("claims.problem." + line.problem()))
                .distinct();
    }

    private static Stream<Phrase> records(Verification verification) {
        var counted = verification.discrepancies().stream()
                .filter(each -> each.ordered() != null && each.sku() != null)
                .map(OwnCases::counted);
        var checked = verification.checks().stream()
                .filter(check -> TOLD.contains(check.code()) && check.outcome() != Verification.Outcome.UNKNOWN)
                .map(Verification.Check::explanation)
                .filter(said -> said.gaps().stream().allMatch(Number.class::isInstance));
        return Stream.concat(counted, checked);
    }

    private static Phrase counted(Verification.Discrepancy article) {
        var ordered = article.ordered();
        var received = article.received();
        return received == null
                ? Phrase.of("handbook.case.ordered", article.name())
                : Phrase.of("handbook.case.counted", article.name(), ordered == null ? 0 : ordered, received);
    }
}
