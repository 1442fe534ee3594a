package org.redress.evidence.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/** Where the bytes lie, by merchant and SHA-256 of the original. Putting the same twice is putting it once. */
public interface Blobs {
    /** The original and what was made from it. */
    enum Form {
        ORIGINAL,
        DISPLAY,
        THUMB
    }

    /** A local folder for files on their way in, from which {@link #put} takes them without copying where it can. */
    Path incoming() throws IOException;

    /** Keeps a finished file; when this returns it survives a power cut. The file itself is gone from where it was. */
    void put(MerchantId merchant, String sha256, Form form, Path file) throws IOException;

    /** Empty where it was never put, or is deleted. The caller closes the stream. */
    Optional<InputStream> open(MerchantId merchant, String sha256, Form form) throws IOException;

    /** Forgets all forms. */
    void delete(MerchantId merchant, String sha256) throws IOException;
}
