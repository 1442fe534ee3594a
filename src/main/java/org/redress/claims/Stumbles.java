package org.redress.claims;

import java.util.UUID;
import org.redress.kernel.MerchantId;

/**
 * What the product does by itself, claim by claim. Where it fails at one, that one is put aside and the others have their
 * turn; it is tried again after a minute, and then after twice as long each time, up to six hours. Once the claim has
 * moved, it is another claim: what failed at it before is tried again at once.
 */
public interface Stumbles {
    /** What is done by itself. */
    enum Task {
        /** An offer that nobody answered ends. */
        EXPIRY,
        /** A customer has let their time run out. */
        SILENCE,
        /** A clock warns, breaks, or asks for somebody senior. */
        PROMISE,
        /** Somebody gets a claim, or hands it over. */
        ROTA,
        /** What was agreed and not heard of is carried out or stopped. */
        AGREEMENT,
        /** Goods whose label is out are expected. */
        RETURN,
        /** A claim is found by its words. */
        WORDS
    }

    /** One time through all that is due. */
    interface Round {
        /** Does it, unless it is put aside until later; false where it is, or failed now. */
        boolean work(UUID claim, Runnable work);

        /**
         * All there is was come to, those put aside too: what was put aside before and not come to now was done otherwise,
         * and is put aside no more.
         */
        void end();
    }

    Round round(MerchantId merchant, Task task);
}
