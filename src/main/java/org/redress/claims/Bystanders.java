package org.redress.claims;

import java.util.Set;

/**
 * How an upper floor says who else is touched by the matter of a claim, such as the other side of a swap: declare a bean.
 * Nothing of them may be told to the customer (domain.md F12).
 */
public interface Bystanders {
    /** The numbers of orders of other customers. */
    Set<String> orders(Claim claim);
}
