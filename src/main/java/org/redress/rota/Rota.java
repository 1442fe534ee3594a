package org.redress.rota;

import java.util.List;
import org.redress.access.Account;
import org.redress.access.Viewer;
import org.redress.kernel.MerchantId;

/** Who takes part in the work of a merchant, and whether claims are given to people by themselves. */
public interface Rota {
    /**
     * Somebody with how they take part.
     *
     * @param open how many claims wait for them, counted up to a hundred
     */
    record Place(Account account, Member member, int open) {}

    /** All who can work on claims, by name. */
    List<Place> places(MerchantId merchant);

    boolean isByItself(MerchantId merchant);

    /** @throws org.redress.kernel.Refused FORBIDDEN for anybody but a supervisor */
    void byItself(Viewer viewer, boolean on);

    /**
     * Everybody says how they take part themselves; a supervisor says it for others too.
     *
     * @throws org.redress.kernel.Refused FORBIDDEN, ABSENT, or INVALID with the fields at fault
     */
    void change(Viewer viewer, Member member);
}
