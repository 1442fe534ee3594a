package org.redress.claims;

import java.util.Optional;
import org.redress.ui.Words;

/** How an upper floor writes its part of a claim's whole file without claims knowing of it: declare a bean. */
public interface CaseChapter {
    /** A smaller one stands before a larger. */
    int order();

    Optional<Chapter> forStaff(Claim claim, Words words);

    /** What of it the customer may read: nothing of costs, of other customers or of who on the staff did it. */
    Optional<Chapter> forCustomer(Claim claim, Words words);
}
