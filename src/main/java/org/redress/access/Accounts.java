package org.redress.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.kernel.MerchantId;

/**
 * The staff of each merchant. Every act that breaks a rule throws {@link org.redress.kernel.Refused}: a field at fault,
 * the last administrator, one's own roles, or another merchant's account (absent).
 */
public interface Accounts {
    Optional<Account> find(MerchantId merchant, UUID account);

    /** By name. */
    List<Account> all(MerchantId merchant);

    /** What each is called, also those who have left: for ledgers. */
    static Map<UUID, String> names(List<Account> staff) {
        return staff.stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    /** Whom a claim can be given to: active accounts with the role, by name. */
    List<Account> holding(MerchantId merchant, Role role);

    /** Makes an account without a password. Returns the path of the one-time link where its owner chooses one. */
    String invite(MerchantId merchant, String email, String name, Set<Role> roles);

    void changeRoles(Viewer by, UUID account, Set<Role> roles);

    /** Ends its sessions at once and shuts the door; nothing is deleted. */
    void deactivate(Viewer by, UUID account);

    void reactivate(Viewer by, UUID account);

    /** Returns the path of a one-time link where the account's owner chooses a new password. */
    String resetPassword(Viewer by, UUID account);
}
