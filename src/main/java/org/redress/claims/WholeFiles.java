package org.redress.claims;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.redress.access.Viewer;
import org.redress.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands out the whole file of a claim. It is written in small pieces and never stands in memory as a whole. */
public interface WholeFiles {
    /** With everything that staff may see; people of the staff stand in it by their role and not by name. */
    WholeFile forStaff(Claim claim, Viewer viewer, Words words);

    /**
     * The PDF to read and to print; or with it, in an archive, the same for programs, every piece of evidence as it was
     * received, and the SHA-256 of each.
     */
    void write(WholeFile file, WholeFile.Form form, OutputStream to) throws IOException;

    /** Answers with it. */
    default void send(WholeFile file, WholeFile.Form form, HttpServletResponse response) throws IOException {
        response.setContentType(form.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(form))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        write(file, form, response.getOutputStream());
    }
}
