package org.redress.access;

import java.util.List;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/** The merchants of this installation and their settings. */
public interface Merchants {
    Optional<Merchant> bySlug(String slug);

    /** @throws java.util.NoSuchElementException where there is none: ids of merchants come from our own rows */
    Merchant find(MerchantId id);

    /** For sweeps, which go merchant by merchant. Those for practice are not among them: there nothing is promised to anybody. */
    List<Merchant> all();

    /**
     * Makes a merchant.
     *
     * @throws org.redress.kernel.Refused where the slug is taken or malformed
     */
    Merchant found(Merchant merchant);

    /**
     * Makes a merchant that staff practise with, where there is none of this id yet: it stands in no list, has no portal and no
     * accounts, and no sweep goes to it.
     */
    void foundForPractice(Merchant merchant);

    /** Whether staff practise with it: nothing of it reaches anybody outside. */
    boolean isForPractice(MerchantId id);

    /**
     * Founds a merchant and invites its first administrator, who holds every role of staff.
     *
     * @return the path of the invitation's one-time link
     * @throws org.redress.kernel.Refused where a field is at fault
     */
    String found(MerchantForm merchant, String email, String name);

    /**
     * Changes the settings; the slug stays what it is, because links carry it.
     *
     * @throws org.redress.kernel.Refused where a field is at fault
     */
    void change(MerchantId id, MerchantForm settings);
}
