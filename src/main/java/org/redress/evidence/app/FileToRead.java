package org.redress.evidence.app;

import java.util.UUID;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.MerchantId;

/** Whose file a job is about; as text the name of that job. */
record FileToRead(MerchantId merchant, EvidenceId id) {
    static FileToRead of(String name) {
        int slash = name.indexOf('/');
        return new FileToRead(
                MerchantId.of(name.substring(0, slash)), new EvidenceId(UUID.fromString(name.substring(slash + 1))));
    }

    @Override
    public String toString() {
        return merchant + "/" + id;
    }
}
