package org.redress.evidence;

import java.io.InputStream;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/**
 * A file that comes in pieces, so that a lost connection costs one piece and not the whole. Its sender draws the id at
 * random and tells nobody. What is not finished is forgotten after two days.
 */
public interface Pieces {
    /** The most bytes of one piece. */
    int LARGEST = 1 << 20;

    /** How many bytes are here; 0 where none are, or where another server of ours had them. */
    long received(MerchantId merchant, UUID id);

    /**
     * Adds what follows, the whole of it or nothing. The stream is not closed.
     *
     * @param offset how many bytes the sender believes to be here
     * @return how many are here now
     * @throws org.redress.kernel.Refused CONFLICT with {@code OFFSET} where another number is here; else as {@link
     *     Evidence#receive} does, as early as it can be told
     */
    long add(MerchantId merchant, UUID id, long offset, InputStream piece);

    /**
     * Takes the file in, as if it had been sent at once. Asked again it answers the same file.
     *
     * @throws org.redress.kernel.Refused as {@link Evidence#receive} does; ABSENT where nothing is here
     */
    EvidenceItem finish(MerchantId merchant, UUID id, String fileName);
}
