package org.redress.correspondence.web;

import org.redress.claims.Claim;
import org.redress.ui.Frame;

/**
 * The thread on a page of its own: where a message could not be taken and what was typed is kept, where one is begun with a
 * template, or where somebody reads what was said before.
 *
 * @param shop the merchant's name
 * @param back the page of the claim
 */
public record ComposePage(Frame frame, MessageThread thread, String number, String shop, String back) {
    static ComposePage of(Claim claim, MessageThread thread, String shop) {
        return new ComposePage(thread.frame(), thread, claim.number(), shop, DeskMessages.page(claim.id()));
    }
}
