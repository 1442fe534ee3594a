package org.redress.handbook.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.ClosedBy;
import org.redress.claims.Offer;
import org.redress.claims.Verification;
import org.redress.handbook.CaseStudies;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.remedy.Remedy;
import org.springframework.stereotype.Component;

/**
 * The shop’s own closed claims. What is shown of them is chosen word by word: kinds of problems, articles of the order, and
 * sentences about records whose gaps are numbers at most.
 */
@Component
class OwnCases implements CaseStudies {
    private static final int LOOKED_THROUGH = 100;
    private static final int MOST = 8;

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

    private final Claims claims;

    OwnCases(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<CaseStudy> of(MerchantId merchant) {
        var closed = ClaimFilter.ALL.states(Set.of(ClaimState.Name.CLOSED));
        var latest = claims.search(merchant, new ClaimSearch(closed, ClaimSearch.Sort.FILED, null, LOOKED_THROUGH));
        var studies = new ArrayList<CaseStudy>();
        for (var claim : latest.items()) {
            if (studies.size() < MOST && !claim.isOtherKind()) {
                cause(claim).or(() -> remedy(claim)).ifPresent(studies::add);
            }
        }
        return List.copyOf(studies);
    }

    private Optional<CaseStudy> cause(Claim claim) {
        var cause = claim.cause();
        var conclusion = claim.conclusion();
        if (cause == null
                || conclusion == null
                || conclusion.status().equals("UNDETERMINED")
                || !Causes.mechanisms(cause).contains(conclusion.mechanism())) {
            return Optional.empty();
        }
        var found = Phrase.of("handbook.found." + conclusion.mechanism());
        var facts = Stream.of(problems(claim), records(claim), Stream.of(found)).flatMap(each -> each);
        return Optional.of(new CaseStudy.OfCause(false, facts.toList(), conclusion.mechanism(), cause));
    }

    private static Optional<CaseStudy> remedy(Claim claim) {
        if (!(claim.state() instanceof ClaimState.Closed(var by)) || by != ClosedBy.SATISFIED) {
            return Optional.empty();
        }
        return claim.offers().stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .flatMap(offer -> WHOLE.stream().filter(offer.plan()::has))
                .findFirst()
                .map(kind -> {
                    var asked =
                            Phrase.of("handbook.case.asked." + claim.filing().demand());
                    return new CaseStudy.OfRemedy(
                            false,
                            Stream.concat(problems(claim), Stream.of(asked)).toList(),
                            kind);
                });
    }

    private static Stream<Phrase> problems(Claim claim) {
        return claim.filing().lines().stream()
                .map(line -> Phrase.of("claims.problem." + line.problem()))
                .distinct();
    }

    private Stream<Phrase> records(Claim claim) {
        var verification = claims.verification(claim);
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
        return ordered == null || received == null
                ? Phrase.of("handbook.case.ordered", article.name())
                : Phrase.of("handbook.case.counted", article.name(), ordered, received);
    }
}
