package org.redress.access.app;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.redress.access.Accounts;
import org.redress.access.Merchant;
import org.redress.access.MerchantForm;
import org.redress.access.Merchants;
import org.redress.access.model.Typed;
import org.redress.access.store.MerchantTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class MerchantDesk implements Merchants {
    private final MerchantTable table;
    private final Accounts accounts;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    MerchantDesk(MerchantTable table, Accounts accounts, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Merchant> bySlug(String slug) {
        return Typed.isSlug(slug) ? table.bySlug(slug) : Optional.empty();
    }

    @Override
    public Merchant find(MerchantId id) {
        return transactions
                .call(id, () -> table.find(id))
                .orElseThrow(() -> new NoSuchElementException("No merchant " + id));
    }

    @Override
    public List<Merchant> all() {
        return table.all();
    }

    @Override
    public Merchant found(Merchant merchant) {
        var checked = new Typed().merchant(merchant.id(), MerchantForm.of(merchant));
        return transactions.call(checked.id(), () -> {
            if (!table.insert(checked, clock.instant())) {
                throw slugTaken();
            }
            return checked;
        });
    }

    @Override
    public void foundForPractice(Merchant merchant) {
        transactions.run(merchant.id(), () -> table.insert(merchant, true, clock.instant()));
    }

    @Override
    public boolean isForPractice(MerchantId id) {
        return transactions.call(id, () -> table.isForPractice(id));
    }

    @Override
    public String found(MerchantForm form, String email, String name) {
        var typed = new Typed();
        typed.email(email);
        typed.name(name);
        var merchant = typed.merchant(new MerchantId(Ids.next()), form);
        return transactions.call(merchant.id(), () -> {
            found(merchant);
            return accounts.invite(merchant.id(), email, name, EnumSet.copyOf(Typed.OF_STAFF));
        });
    }

    @Override
    public void change(MerchantId id, MerchantForm settings) {
        transactions.run(id, () -> {
            var slug = find(id).slug();
            var changed = new MerchantForm(
                    slug,
                    settings.name(),
                    settings.language(),
                    settings.zone(),
                    settings.currency(),
                    settings.instantLane(),
                    settings.instantCap(),
                    settings.auditPercent());
            table.update(new Typed().merchant(id, changed));
        });
    }

    static Refused slugTaken() {
        var typed = new Typed();
        typed.fault("slug", "SLUG_TAKEN");
        return typed.refused();
    }
}
