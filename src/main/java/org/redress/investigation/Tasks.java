package org.redress.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** Questions to people who can look, one each. An answer is a fact: the cause is looked at again. */
public interface Tasks {
    int LONGEST_NOTE = 2000;

    /** Of a person or a partner, in characters. */
    int LONGEST_NAME = 100;

    /** Of a slot's URI, in characters. */
    int LONGEST_SLOT = 200;

    /** Of a lot or a tracking number, in characters. */
    int LONGEST_NUMBER = 100;

    /** Code of the refusal of an answer that comes second. */
    String ANSWERED_ALREADY = "ANSWERED_ALREADY";

    int MOST_UNITS = 1_000_000;
    int MOST_GRAMS = 100_000_000;

    /** Of one claim. */
    int MOST_OF_A_CLAIM = 100;

    /**
     * What is to be asked. What is left out is read from the claim and its parcel's records, as far as it is there.
     *
     * @param slot a URI, or the slot's bare name
     * @param partner whom to ask outside of the house; null is the parcel's carrier or the article's supplier
     * @param dueAt null is a day inside of the house and three outside
     */
    record Opening(
            TaskQuestion question,
            @Nullable String slot,
            @Nullable String sku,
            @Nullable String otherSku,
            @Nullable String lot,
            @Nullable String parcel,
            Task.@Nullable Asked asked,
            @Nullable String partner,
            @Nullable Instant dueAt) {}

    /** @param path of the link by which it is answered without an account, such as {@code /task/k3J…}; told once */
    record Opened(Task task, String path) {}

    /**
     * Asks.
     *
     * @throws org.redress.kernel.Refused ABSENT; INVALID where the question lacks what it is about; CONFLICT where the
     *     same is asked already
     */
    Opened open(MerchantId merchant, UUID claim, Opening opening, Actor actor);

    /** A further link to an open task; earlier ones expire at once. Returns its path. */
    String link(MerchantId merchant, UUID id);

    Optional<Task> find(MerchantId merchant, UUID id);

    /** The newest first. */
    List<Task> ofClaim(MerchantId merchant, UUID claim);

    /** Open ones by their due time, ended ones the last first. */
    Page<Task> page(MerchantId merchant, Task.State state, Set<Task.Asked> asked, @Nullable String after, int limit);

    /**
     * Takes the answer; a count becomes an event of the warehouse in the same transaction.
     *
     * @param by the name or staff number of whoever has looked
     * @throws org.redress.kernel.Refused ABSENT; INVALID where it is no answer to this question; CONFLICT where it is
     *     answered or taken back already: the first answer stays
     */
    Task answer(MerchantId merchant, UUID id, TaskReply reply, @Nullable String note, String by);

    /**
     * Takes the question back. Twice is once.
     *
     * @throws org.redress.kernel.Refused ABSENT, or CONFLICT where it is answered
     */
    Task cancel(MerchantId merchant, UUID id, Actor actor);

    /** Opens a link; empty where it is unknown. */
    Optional<ByLink> open(String token);

    /** What a link leads to. An expired link is known but opens nothing. */
    record ByLink(MerchantId merchant, UUID task, boolean expired) {}
}
