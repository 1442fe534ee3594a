package org.redress.claims;

import org.redress.access.Viewer;
import org.redress.ui.Words;

/** A claim as programs read it: claim, timeline, verification and each {@link RecordPart}, as REST answers with them. */
public interface ClaimRecord {
    String json(Claim claim, Dossier dossier, Viewer viewer, Words words);
}
