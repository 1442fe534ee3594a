package org.redress.claims;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;

/** The claims of a merchant: file, find, and hand each command to the lifecycle. */
public interface Claims {
    /**
     * Registers a claim and acknowledges it at once. An order that we do not know is no reason to turn anybody away.
     *
     * @throws org.redress.kernel.Refused INVALID, with the fields at fault
     */
    Filed file(MerchantId merchant, Filing filing, Actor actor);

    Optional<Claim> find(MerchantId merchant, UUID id);

    Optional<Claim> byNumber(MerchantId merchant, String number);

    /** What people call these claims, by id; one query. */
    Map<UUID, String> numbers(MerchantId merchant, Collection<UUID> ids);

    Page<Claim> search(MerchantId merchant, ClaimSearch search);

    /** Which of these claims match; words are not looked at. */
    Set<UUID> matching(MerchantId merchant, ClaimFilter filter, Collection<UUID> ids);

    List<Claim> all(MerchantId merchant, Collection<UUID> ids);

    /** Up to where claims are counted. */
    int MOST_COUNTED = 100;

    /**
     * How many claims were found.
     *
     * @param orMore whether there may be more: it was counted up to {@link #MOST_COUNTED}, and of claims that no index has
     *     together only the first few thousand are looked at
     */
    record Count(int atLeast, boolean orMore) {}

    /** How many claims match each of these; one query. */
    List<Count> counts(MerchantId merchant, List<ClaimFilter> filters);

    /** From now on the claim is found by these words, too: what was said about it later. */
    void findBy(MerchantId merchant, UUID id, String text);

    /**
     * Carries out a command in one transaction: row, ledger entry and {@link ClaimMoved}.
     *
     * @param seen the version that the actor saw, or null to act on whatever stands now
     * @throws org.redress.kernel.Refused CONFLICT where the lifecycle says no or another command came first, STALE where
     *     {@code seen} is older, ABSENT
     */
    Claim handle(MerchantId merchant, UUID id, ClaimCommand command, Actor actor, @Nullable Integer seen);

    /** The same for a person or a program, whose roles must allow the command. */
    default Claim handle(Viewer viewer, UUID id, ClaimCommand command, @Nullable Integer seen) {
        if (!ClaimAct.of(command).isOpenTo(viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        return handle(viewer.merchant(), id, command, viewer.actor(), seen);
    }

    /**
     * Judges a plan by the policy and, where it may be made, puts it to the customer (or to an approver first).
     *
     * @throws org.redress.kernel.Refused with the policy's reason
     */
    Claim offer(
            MerchantId merchant, UUID id, RemedyPlan plan, @Nullable String note, Actor actor, @Nullable Integer seen);

    default Claim offer(MerchantId merchant, UUID id, RemedyPlan plan, Actor actor, @Nullable Integer seen) {
        return offer(merchant, id, plan, null, actor, seen);
    }

    /**
     * The same trouble is told twice: one claim goes on under the other, until it is separated again.
     *
     * @throws org.redress.kernel.Refused CONFLICT where they are not of one order or one of them cannot be joined now
     */
    Claim merge(MerchantId merchant, UUID id, UUID into, Actor actor, @Nullable Integer seen);

    /** Under which claim this one goes on, where the same customer told both: nobody is led to what another told. */
    Optional<Claim> goesOnAs(Claim claim);

    /** A further link for the customer of a claim: the path, such as {@code /track/k3J…}. */
    String trackPath(Claim claim);

    /** Where the customer can go outside, by the country the goods went to. */
    List<Route> routes(Claim claim);

    /** Where a customer can go outside, by the law that the goods are under. */
    List<Route> routes(Area area);

    /** Whose law the goods of a claim are under, by the country they went to. */
    Area area(Claim claim);

    RemedyChoice remedyOptions(MerchantId merchant, UUID id);

    Verification verification(Claim claim);

    /** The two above and what they rest on, for a claim that has just been read: for a page that shows all of it. */
    Dossier dossier(Claim claim);

    /** Which of these claims the law presses on by its fifteen days; one query, and none where no claim is old enough. */
    Map<UUID, LegalFlag> pressing(MerchantId merchant, Collection<Claim> some);

    /** Everything that happened, the oldest first. */
    List<Entry> timeline(MerchantId merchant, UUID id);

    /** What the lifecycle allows this actor as the claim stands; {@link ClaimAct} says by which role. */
    Set<ClaimAct> possible(Claim claim, Actor actor);

    /** The buttons of the case page and the {@code acts} of REST. */
    default Set<ClaimAct> acts(Claim claim, Viewer viewer) {
        return only(possible(claim, viewer.actor()), act -> act.isOpenTo(viewer));
    }

    /** What the customer may do, by their link. */
    default Set<ClaimAct> customerActs(Claim claim) {
        return only(possible(claim, new Actor.Customer()), ClaimAct::isCustomers);
    }

    private static Set<ClaimAct> only(Set<ClaimAct> acts, Predicate<ClaimAct> condition) {
        return acts.stream().filter(condition).collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimAct.class)));
    }
}
