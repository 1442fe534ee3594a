package org.redress.claims.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.UUID;
import org.redress.access.CustomerLinks;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.store.FilingKeyTable;
import org.redress.database.Json;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

@Component
class FilingDesk implements Filings {
    private final MerchantTransactions transactions;
    private final FilingKeyTable keys;
    private final Claims claims;
    private final CustomerLinks links;
    private final Json json;
    private final InstantSource clock;

    FilingDesk(
            MerchantTransactions transactions,
            FilingKeyTable keys,
            Claims claims,
            CustomerLinks links,
            Json json,
            InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.claims = claims;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Filed once(MerchantId merchant, UUID form, Filing filing, Actor actor) {
        var key = key(form, filing);
        return transactions.call(merchant, () -> {
            keys.hold(merchant, key);
            var before = keys.claim(merchant, key).flatMap(id -> claims.find(merchant, id));
            if (before.isPresent()) {
                return again(before.get());
            }
            var filed = claims.file(merchant, filing, actor);
            keys.insert(merchant, key, filed.claim().id());
            return filed;
        });
    }

    /** Links are kept as hashes, so the first one cannot be shown again. */
    private Filed again(Claim claim) {
        var expiresAt = clock.instant().plus(ClaimDesk.LINK_LASTS);
        return new Filed(claim, links.issue(claim.merchant(), claim.id(), expiresAt));
    }

    private byte[] key(UUID form, Filing filing) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest((form + json.write(filing)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
