package org.redress.evidence.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.redress.evidence.model.FileType;

/** Upright JPEGs of what nothing here decodes itself: an HEIC photo, the beginning of a video. */
public interface Stills {
    /** Whether this server can try: a program for it is installed. */
    boolean takes(FileType type);

    /**
     * Of a photo one, of a video several from its first seconds, in order; empty where the file is broken, or takes more
     * time or memory than any honest one. The stream is not closed.
     *
     * @throws IOException where this server failed and another attempt may not
     */
    List<byte[]> of(FileType type, InputStream content) throws IOException;
}
