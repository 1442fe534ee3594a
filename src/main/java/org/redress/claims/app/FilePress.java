package org.redress.claims.app;

import java.io.IOException;
import java.io.OutputStream;
import org.redress.claims.WholeFile;

/** Sets a claim's whole file as pages. */
public interface FilePress {
    /** Leaves the stream open. */
    void print(WholeFile file, OutputStream to) throws IOException;
}
