package org.redress.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file of rows as the answer to a request, written as its rows are read. */
public final class Download {
    private Download() {}

    /** Where rows come from. */
    public interface Rows {
        void write(SheetWriter writer) throws IOException;
    }

    /**
     * Answers with a file.
     *
     * @param name without its ending
     * @param ending {@code xlsx} or {@code csv}
     * @throws Refused where the ending is another
     */
    public static void send(
            HttpServletResponse response, String name, String ending, String title, List<String> header, Rows rows)
            throws IOException {
        var format = SheetFormat.of(ending).orElseThrow(() -> new Refused(Refusal.absent()));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.ending())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var writer = SheetWriter.to(response.getOutputStream(), format, title)) {
            writer.header(header);
            rows.write(writer);
        }
    }
}
