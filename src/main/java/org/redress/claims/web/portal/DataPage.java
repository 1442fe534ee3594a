package org.redress.claims.web.portal;

import java.util.List;
import org.redress.claims.ErasureRequest;
import org.redress.ui.Frame;

/**
 * What {@code portal/data.jte} shows.
 *
 * @param requests the newest first
 */
public record DataPage(Frame frame, String link, List<ErasureRequest> requests) {
    /** Whether an answer is owed, so that there is nothing to ask again. */
    public boolean isWaiting() {
        return requests.stream().anyMatch(ErasureRequest::isOpen);
    }
}
