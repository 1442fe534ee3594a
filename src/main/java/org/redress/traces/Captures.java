package org.redress.traces;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** The EPCIS 2.0 interfaces: documents of events in, events out. */
public interface Captures {
    /**
     * Takes a document in: an EPCISDocument, an EPCISQueryDocument or a bare event, as JSON-LD. What is wrong with the
     * document as a whole is said at once; its events are read by the capture job, which a small document has behind it
     * on return. Read once, in small pieces, and not closed.
     *
     * @throws org.redress.kernel.Refused INVALID with the pointers to what is wrong, TOO_LARGE over one gigabyte
     */
    Capture receive(MerchantId merchant, InputStream document, Capture.ErrorBehaviour behaviour);

    Optional<Capture> find(MerchantId merchant, UUID id);

    /** The newest first. */
    Page<Capture> page(MerchantId merchant, @Nullable String after, int limit);

    /** Events as JSON, the oldest first: each as it came, with {@code recordTime} and {@code eventID}. */
    Page<String> events(MerchantId merchant, EventQuery query);
}
