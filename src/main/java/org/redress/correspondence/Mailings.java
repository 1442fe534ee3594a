package org.redress.correspondence;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** Mail to people who have no claim, through the same outbox. */
public interface Mailings {
    /**
     * Puts it in the outbox, in the transaction under way. False where no mail can leave: there is no mail server, or the
     * recipient is no address.
     */
    boolean send(MerchantId merchant, Mailing mailing);

    /** How far these have come, by {@link Mailing#id}; what was never sent is absent. */
    Map<UUID, Progress> progress(MerchantId merchant, Collection<UUID> mailings);

    enum Progress {
        WAITING,
        SENT,
        FAILED
    }
}
