package org.redress.access;

import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/**
 * An account whose password was right.
 *
 * @param epoch rises with each new password; a session of an older one is over
 */
public record Login(MerchantId merchant, Account account, int epoch) {
    public Viewer viewer() {
        return new Viewer(merchant, new Actor.Staff(account.id(), account.name()), account.roles());
    }
}
