package org.redress.claims.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import org.redress.access.CustomerLinks;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.store.FilingKeyTable;
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
    private final InstantSource clock;

    FilingDesk(
            MerchantTransactions transactions,
            FilingKeyTable keys,
            Claims claims,
            CustomerLinks links,
            InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.claims = claims;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Optional<Filed> before(MerchantId merchant, Sent sent) {
        return transactions.call(merchant, () -> before(merchant, key(sent)));
    }

    private Optional<Filed> before(MerchantId merchant, byte[] key) {
        return keys.claim(merchant, key)
                .flatMap(id -> claims.find(merchant, id))
                .map(this::again);
    }

    @Override
    public Filed once(MerchantId merchant, Sent sent, Filing filing, Actor actor) {
        var key = key(sent);
        return transactions.call(merchant, () -> {
            keys.hold(merchant, key);
            return before(merchant, key).orElseGet(() -> {
                var filed = claims.file(merchant, filing, actor);
                keys.insert(merchant, key, filed.claim().id());
                return filed;
            });
        });
    }

    /** Links are kept as hashes, so the first one cannot be shown again. */
    private Filed again(Claim claim) {
        var expiresAt = clock.instant().plus(ClaimDesk.LINK_LASTS);
        return new Filed(claim, links.issue(claim.merchant(), claim.id(), expiresAt));
    }

    private static byte[] key(Sent sent) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest((sent.form() + sent.typed()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
