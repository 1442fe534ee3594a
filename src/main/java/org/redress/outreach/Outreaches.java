package org.redress.outreach;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** Whom to write to before they complain. */
public interface Outreaches {
    int LONGEST_NOTE = 2000;

    /** At most so many orders at risk of one claim are written to. */
    int MOST_OF_A_CLAIM = 500;

    /** The newest first; of those that wait ({@code OPEN} alone) the likeliest first. */
    Page<Outreach> page(MerchantId merchant, Collection<Outreach.State> states, @Nullable String after, int limit);

    List<Outreach> ofClaim(MerchantId merchant, UUID claim);

    Optional<Outreach> find(MerchantId merchant, UUID id);

    /**
     * Finds the customers whose orders have left and are at risk by the cause of a claim. Answers how many are new: none
     * where the listing is wrong, for then what was ordered came. Of those that it found before and that still wait, it
     * says anew how likely it is.
     *
     * @throws org.redress.kernel.Refused ABSENT
     */
    int find(MerchantId merchant, UUID claim, Actor actor);

    /**
     * Writes to the customer, in their language, with a link of their own; earlier links end.
     *
     * @throws org.redress.kernel.Refused ABSENT, CONFLICT where it is over, or the last letter is not old enough
     */
    Written write(MerchantId merchant, UUID id, Actor actor);

    /**
     * @param byMail whether a mail is on its way; without a mail server or an address the link has to be passed on
     * @param path of a link of theirs, such as {@code /check/k3J…}; null where the mail carries it
     */
    record Written(
            Outreach outreach, boolean byMail, @Nullable String path) {}

    /**
     * Decides not to write.
     *
     * @throws org.redress.kernel.Refused ABSENT, INVALID with the field {@code /note}, CONFLICT where it is over
     */
    Outreach leave(MerchantId merchant, UUID id, String note, Actor actor);

    /** Opens a link; empty where it is unknown. */
    Optional<Opened> open(String token);

    record Opened(MerchantId merchant, UUID outreach, boolean expired) {}

    /**
     * The customer says that all is right. Twice is once.
     *
     * @throws org.redress.kernel.Refused CONFLICT where they have filed a claim
     */
    void right(MerchantId merchant, UUID id);

    /**
     * The customer says that it is so: a claim is filed, once. Answers the path of its page.
     *
     * @param units that are wrong; from 1 to what was ordered. Where the parcel as a whole is another’s, all are
     * @param language in which they read us, a language tag
     * @throws org.redress.kernel.Refused INVALID with {@code /units}, CONFLICT where a claim was filed some other way
     */
    String wrong(MerchantId merchant, UUID id, int units, Demand demand, String language);
}
