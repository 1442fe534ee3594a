package org.redress.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/** The rules that a merchant's remedies follow: the product's own, and the merchant's versions of them. */
public interface Policies {
    /** What was in force on the merchant's day of this moment: their own version, else the product's. */
    PolicySet inForce(MerchantId merchant, Area area, Instant at);

    /** The product's own rules of an area at work. */
    PolicySet ofProduct(Area area);

    /** The merchant's versions, the newest first. */
    List<PolicyVersion> versions(MerchantId merchant);

    Optional<PolicyVersion.Whole> find(MerchantId merchant, UUID id);

    /** The product's own tables of an area, as a DMN file. */
    String shipped(Area area);

    /** The law's least, as a DMN file: a policy may add to it, never reduce it. */
    String law();

    /** The tables of a file, to read. */
    List<RuleTable> read(String tables);

    /** What is wrong with tables; empty where nothing is. Nothing is kept. */
    List<Finding> check(Area area, String tables);

    /** A version's rules at work, whether or not they are in force: to try them on past claims. */
    Optional<PolicySet> open(MerchantId merchant, UUID id);

    /**
     * Begins a draft, from a file or from what is in force today.
     *
     * @throws org.redress.kernel.Refused INVALID, with a fault for each finding
     */
    PolicyVersion draft(MerchantId merchant, Area area, @Nullable String tables, String note, Actor actor);

    /**
     * Keeps a draft's new tables.
     *
     * @param seen the version that the author saw
     * @throws org.redress.kernel.Refused INVALID, with a fault for each finding; CONFLICT {@code NOT_A_DRAFT}; STALE; ABSENT
     */
    PolicyVersion change(MerchantId merchant, UUID id, String tables, String note, Actor actor, int seen);

    /**
     * Hands a draft in for review.
     *
     * @param from the first day: tomorrow at the earliest, so that no claim that is filed changes its rules
     * @throws org.redress.kernel.Refused INVALID {@code FROM_PASSED}, {@code TO_BEFORE_FROM}; CONFLICT; STALE; ABSENT
     */
    PolicyVersion handIn(MerchantId merchant, UUID id, LocalDate from, @Nullable LocalDate to, Actor actor, int seen);

    /**
     * A second person's word.
     *
     * @throws org.redress.kernel.Refused CONFLICT {@code OWN_POLICY} for its author, {@code NOT_IN_REVIEW}, {@code DAY_TAKEN}
     *     where another version begins that day; STALE; ABSENT
     */
    PolicyVersion review(MerchantId merchant, UUID id, boolean approved, @Nullable String note, Actor actor, int seen);

    /** Ends an active version with today, or drops one that was never in force. */
    PolicyVersion end(MerchantId merchant, UUID id, @Nullable String note, Actor actor, int seen);
}
