package org.redress.claims.app;

import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceRead;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks at a claim again when one of its photos has been read. */
@Component
class ReadingListener {
    private final Claims claims;

    ReadingListener(Claims claims) {
        this.claims = claims;
    }

    @ApplicationModuleListener
    void on(EvidenceRead read) {
        var claim = read.claim();
        if (claim != null) {
            var merchant = new MerchantId(read.merchant());
            var verdict = claims.verification(merchant, claim).verdict();
            claims.handle(
                    merchant,
                    claim,
                    new ClaimCommand.RecordReading(new EvidenceId(read.evidence()), verdict),
                    new Actor.Product(),
                    null);
        }
    }
}
