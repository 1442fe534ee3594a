package org.redress.claims.app;

import java.util.List;
import java.util.UUID;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.SavedView;
import org.redress.claims.SavedViews;
import org.redress.claims.store.ViewTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class ViewDesk implements SavedViews {
    private static final int LONGEST_NAME = 40;
    private static final int MOST = 20;

    private final ViewTable views;
    private final MerchantTransactions transactions;

    ViewDesk(ViewTable views, MerchantTransactions transactions) {
        this.views = views;
        this.transactions = transactions;
    }

    @Override
    public List<SavedView> of(Viewer viewer) {
        return viewer.actor() instanceof Actor.Staff(var account, var _)
                ? transactions.call(viewer.merchant(), () -> views.of(viewer.merchant(), account))
                : List.of();
    }

    @Override
    public SavedView keep(Viewer viewer, String name, String asks, boolean forAll) {
        if (!(viewer.actor() instanceof Actor.Staff(var account, var _)) || (forAll && !viewer.has(Role.SUPERVISOR))) {
            throw new Refused(Refusal.forbidden());
        }
        var called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > LONGEST_NAME) {
            throw new Refused(
                    Refusal.invalid("/name", "NAME_NEEDED", Phrase.of("claims.fault.view-name", LONGEST_NAME)));
        }
        return transactions.call(viewer.merchant(), () -> {
            var kept = views.of(viewer.merchant(), account).stream()
                    .filter(view -> view.isShared() == forAll)
                    .count();
            if (kept >= MOST) {
                throw new Refused(Refusal.conflict("TOO_MANY_VIEWS", Phrase.of("claims.fault.views", MOST)));
            }
            var view = new SavedView(Ids.next(), forAll ? null : account, called, asks);
            views.insert(viewer.merchant(), view);
            return view;
        });
    }

    @Override
    public void forget(Viewer viewer, UUID id) {
        transactions.run(viewer.merchant(), () -> {
            var view = of(viewer).stream()
                    .filter(each -> each.id().equals(id))
                    .filter(each -> !each.isShared() || viewer.has(Role.SUPERVISOR))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Refusal.absent()));
            views.delete(viewer.merchant(), view.id());
        });
    }
}
