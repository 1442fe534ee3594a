package org.redress.access.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.OneTimeLinks.Purpose;
import org.redress.access.Role;
import org.redress.access.Secret;
import org.redress.access.Viewer;
import org.redress.access.model.Staffing;
import org.redress.access.model.Typed;
import org.redress.access.store.AccountTable;
import org.redress.access.store.LinkTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class AccountDesk implements Accounts {
    private static final Duration INVITATION_HOLDS = Duration.ofDays(7);
    private static final Duration RESET_HOLDS = Duration.ofHours(24);

    private final AccountTable table;
    private final LinkTable links;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    AccountDesk(AccountTable table, LinkTable links, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(MerchantId merchant, UUID account) {
        return transactions.call(merchant, () -> table.find(merchant, account));
    }

    @Override
    public List<Account> all(MerchantId merchant) {
        return transactions.call(merchant, () -> table.all(merchant));
    }

    @Override
    public List<Account> holding(MerchantId merchant, Role role) {
        return all(merchant).stream()
                .filter(account -> account.canLogIn() && account.has(role))
                .toList();
    }

    @Override
    public String invite(MerchantId merchant, String email, String name, Set<Role> roles) {
        var typed = new Typed();
        var account = new Account(
                Ids.next(), typed.email(email), typed.name(name), typed.rolesOfStaff(roles), false, true, true);
        typed.orRefuse();
        return transactions.call(merchant, () -> {
            if (!table.insert(merchant, account, null, false, clock.instant())) {
                typed.fault("email", "EMAIL_TAKEN");
                throw typed.refused();
            }
            return link(merchant, account.id(), Purpose.INVITATION, INVITATION_HOLDS);
        });
    }

    @Override
    public void changeRoles(Viewer by, UUID account, Set<Role> roles) {
        var typed = new Typed();
        typed.rolesOfStaff(roles);
        typed.orRefuse();
        transactions.run(by.merchant(), () -> {
            var staff = staffWith(by.merchant(), account);
            refuse(staff.changeRoles(self(by), account, roles));
            table.changeRoles(by.merchant(), account, roles);
        });
    }

    @Override
    public void deactivate(Viewer by, UUID account) {
        transactions.run(by.merchant(), () -> {
            var staff = staffWith(by.merchant(), account);
            refuse(staff.deactivate(self(by), account));
            table.activate(by.merchant(), account, false);
            links.voidOneTime(by.merchant(), account, clock.instant());
        });
    }

    @Override
    public void reactivate(Viewer by, UUID account) {
        transactions.run(by.merchant(), () -> {
            staffWith(by.merchant(), account);
            table.activate(by.merchant(), account, true);
        });
    }

    @Override
    public String resetPassword(Viewer by, UUID account) {
        return transactions.call(by.merchant(), () -> {
            var target = table.find(by.merchant(), account)
                    .filter(Account::active)
                    .orElseThrow(() -> new Refused(Refusal.absent()));
            links.voidOneTime(by.merchant(), account, clock.instant());
            return target.invited()
                    ? link(by.merchant(), account, Purpose.INVITATION, INVITATION_HOLDS)
                    : link(by.merchant(), account, Purpose.RESET, RESET_HOLDS);
        });
    }

    private Staffing staffWith(MerchantId merchant, UUID account) {
        var staff = table.allForUpdate(merchant);
        if (staff.stream().noneMatch(other -> other.id().equals(account))) {
            throw new Refused(Refusal.absent());
        }
        return new Staffing(staff);
    }

    /** A program is nobody's own account, so its key's id equals none. */
    private static UUID self(Viewer by) {
        return switch (by.actor()) {
            case Actor.Staff(var id, var _) -> id;
            case Actor.Program(var id, var _) -> id;
            case Actor.Customer() -> throw new Refused(Refusal.forbidden());
            case Actor.Product() -> throw new Refused(Refusal.forbidden());
        };
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(no -> {
            throw new Refused(no);
        });
    }

    private String link(MerchantId merchant, UUID account, Purpose purpose, Duration holds) {
        var secret = Secret.random();
        links.insertOneTime(
                merchant, secret.hash(), account, purpose, clock.instant().plus(holds));
        return "/password/" + secret.text();
    }
}
