package org.redress.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/**
 * Requests of customers to have their data deleted (GDPR Art. 17, PIPL Art. 47). They stand beside the case and hold
 * nothing up. An answer says what is kept, why, and until when; it deletes nothing by itself.
 */
public interface Erasures {
    int LONGEST_ANSWER = 4000;

    /** Whether the customer waits for an answer already, it is recorded once. Returns the open request. */
    ErasureRequest request(MerchantId merchant, UUID claim, @Nullable String note, Actor actor);

    /**
     * @throws org.redress.kernel.Refused ABSENT; INVALID where the day is past or beyond ten years, or the words are
     *     missing or too long; CONFLICT with {@code ANSWERED_ALREADY}
     */
    ErasureRequest answer(MerchantId merchant, UUID id, LocalDate keptUntil, String message, Actor actor);

    /** The newest first. */
    List<ErasureRequest> ofClaim(MerchantId merchant, UUID claim);

    /** Those that wait for an answer, the oldest first; or those that were answered, the newest first. */
    Page<ErasureRequest> page(MerchantId merchant, boolean open, @Nullable String after, int limit);

    /**
     * Until when the records of a claim are kept where nothing else is known: three years from its filing (E-Commerce Law
     * Art. 31, domain.md S29), which also covers the two years of liability in the European Union.
     */
    LocalDate keptUntil(Claim claim);
}
