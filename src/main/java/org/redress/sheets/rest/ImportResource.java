package org.redress.sheets.rest;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportMapping;
import org.redress.sheets.Imports;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Requires({Role.INTEGRATOR, Role.ADMIN})
@RequestMapping("/api/v1/imports")
class ImportResource {
    private static final int LONGEST_MAPPING = 100_000;

    private final Imports imports;

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    record Started(UUID id) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(
            @RequestPart MultipartFile file,
            @RequestParam ImportKind kind,
            @RequestPart(required = false) @Nullable Part mapping,
            Viewer viewer)
            throws IOException {
        try (var content = file.getInputStream()) {
            return new Started(imports.start(
                            viewer.merchant(),
                            kind,
                            name(file),
                            ImportMapping.read(text(mapping)),
                            viewer.actor(),
                            content)
                    .id());
        }
    }

    /** A field or a file: clients send JSON as either. */
    private static @Nullable String text(@Nullable Part part) throws IOException {
        if (part == null) {
            return null;
        }
        try (var content = part.getInputStream()) {
            return new String(content.readNBytes(LONGEST_MAPPING), StandardCharsets.UTF_8);
        }
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    @GetMapping("/{id}")
    ImportBody find(@PathVariable String id, Viewer viewer, Words words) {
        var run = Ids.parse(id)
                .flatMap(known -> imports.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return ImportBody.of(run, imports.errors(viewer.merchant(), run.id()), words);
    }
}
