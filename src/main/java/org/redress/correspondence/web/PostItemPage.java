package org.redress.correspondence.web;

import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.correspondence.PostItem;
import org.redress.kernel.Actor;
import org.redress.ui.Frame;

/**
 * One mail, and what can be done with it.
 *
 * @param claim where it is, or where it may belong
 */
public record PostItemPage(
        Frame frame, PostItem item, @Nullable Claim claim) {
    public String path() {
        return PostPages.PATH + "/" + item.id();
    }

    public String claimPath() {
        return claim == null ? "" : "/desk/claims/" + claim.id();
    }

    /** Whether the claim that it answers is over and can be opened again. */
    public boolean canReopen() {
        return item.isOpen()
                && item.onClaim()
                && claim != null
                && (claim.state() instanceof ClaimState.Closed || claim.rejection() != null);
    }

    public boolean hasHistory() {
        return !item.whole().equals(item.text());
    }

    /** Of the claim it may belong to, for the form; or what was typed there. */
    public String number() {
        var typed = frame.typed("assignment", "number");
        return !typed.isEmpty() || claim == null ? typed : claim.number();
    }

    public @Nullable String decidedBy() {
        return switch (item.decidedBy()) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Customer(), Actor.Product() -> null;
            case null -> null;
        };
    }
}
