package org.redress.access.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.ApiKey;
import org.redress.access.ApiKeys;
import org.redress.access.Role;
import org.redress.access.Secret;
import org.redress.access.Viewer;
import org.redress.access.model.Typed;
import org.redress.access.store.ApiKeyTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class ApiKeyDesk implements ApiKeys {
    /** Marks our keys for those who scan repositories for secrets. */
    private static final String MARK = "rdr_";

    private static final int LONGEST = 200;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofHours(1);

    private final ApiKeyTable table;
    private final SampleAccess samples;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    ApiKeyDesk(ApiKeyTable table, SampleAccess samples, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.samples = samples;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<ApiKey> all(MerchantId merchant) {
        return transactions.call(merchant, () -> table.all(merchant));
    }

    @Override
    public String create(MerchantId merchant, String name, Set<Role> roles) {
        var typed = new Typed();
        var text = MARK + Secret.random().text();
        var key = new ApiKey(
                Ids.next(),
                typed.name(name),
                text.substring(0, MARK.length() + 6),
                typed.rolesOfProgram(roles),
                clock.instant(),
                null,
                null);
        typed.orRefuse();
        transactions.run(merchant, () -> table.insert(merchant, key, new Secret(text).hash(), false));
        return text;
    }

    @Override
    public void revoke(MerchantId merchant, UUID key) {
        transactions.run(merchant, () -> {
            if (!table.revoke(merchant, key, clock.instant())) {
                throw new Refused(Refusal.absent());
            }
        });
    }

    @Override
    public Optional<Viewer> open(String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        var found = table.find(new Secret(key).hash())
                .filter(one -> one.key().revokedAt() == null)
                .filter(one -> !one.sample() || samples.inForce());
        found.ifPresent(this::noteUse);
        return found.map(one -> new Viewer(
                one.merchant(),
                new Actor.Program(one.key().id(), one.key().name()),
                one.key().roles()));
    }

    private void noteUse(ApiKeyTable.Found found) {
        var now = clock.instant();
        var last = found.key().lastUsedAt();
        if (last == null || last.plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            transactions.run(
                    found.merchant(),
                    () -> table.used(found.merchant(), found.key().id(), now));
        }
    }
}
