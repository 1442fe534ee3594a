package org.redress.claims.web.portal;

import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;

/** @param address under which its pictures stand: {@code /thumb} and, for a claim's, {@code /display} */
public record PhotoView(EvidenceItem item, EvidenceKind kind, String address, Reading reading) {
    public String id() {
        return item.id().toString();
    }

    /** Another address once it is read, so that the browser asks again. */
    public String thumb() {
        return address + "/thumb?" + item.readState();
    }

    public boolean isPending() {
        return item.readState() == EvidenceItem.ReadState.PENDING;
    }
}
