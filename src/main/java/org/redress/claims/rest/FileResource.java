package org.redress.claims.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.WholeFile;
import org.redress.claims.WholeFiles;
import org.redress.ui.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The whole file of a claim, as PDF or with all evidence as an archive, by what the caller accepts. */
@RestController
@Requires({Role.AGENT, Role.SUPERVISOR})
class FileResource {
    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    private static final String ZIP = "application/zip";

    private final Door door;
    private final WholeFiles files;

    FileResource(Door door, WholeFiles files) {
        this.door = door;
        this.files = files;
    }

    @GetMapping(
            path = "/api/v1/claims/{id}/file",
            produces = {PDF, ZIP})
    void file(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Viewer viewer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var claim = door.claim(viewer, id);
        files.send(files.forStaff(claim, viewer, words), form(accept), response);
    }

    /** What is wanted most of the two; pages where both are as good. */
    private static WholeFile.Form form(@Nullable String accept) {
        var wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_PDF)
                        || type.isCompatibleWith(MediaType.parseMediaType(ZIP)))
                .findFirst()
                .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_PDF))
                .map(_ -> WholeFile.Form.ZIP)
                .orElse(WholeFile.Form.PDF);
    }
}
