package org.redress.claims.app;

import java.util.Objects;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceRead;
import org.redress.kernel.MerchantId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks at a claim again when one of its photos has been read. */
@Component
class ReadingListener {
    private final ClaimDesk desk;

    ReadingListener(ClaimDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener(condition = "#read.claim != null")
    void on(EvidenceRead read) {
        var claim = Objects.requireNonNull(read.claim());
        desk.judgeAgain(new MerchantId(read.merchant()), claim, new EvidenceId(read.evidence()));
    }
}
