package org.redress.access.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.FirstAnswers.Fingerprint;

/**
 * What makes two requests the same: method, address and body. Of a multipart body the parts count and not the boundary,
 * which clients draw anew for each attempt; large parts wait on disk and are never held in memory.
 */
final class Fingerprints {
    private Fingerprints() {}

    /** Empty where the multipart body cannot be taken apart: Spring will say so to the client. */
    static Optional<Fingerprint> of(HttpServletRequest request) throws IOException {
        var parts = request instanceof HeldRequest ? List.<Part>of() : parts(request);
        if (parts == null) {
            return Optional.empty();
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, request.getMethod());
            add(digest, request.getRequestURI());
            add(digest, request.getQueryString());
            if (request instanceof HeldRequest held) {
                digest.update(held.body());
            }
            for (var part : parts) {
                add(digest, part);
            }
            return Optional.of(new Fingerprint(HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static @Nullable Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IOException | ServletException | IllegalStateException brokenOrTooLarge) {
            return null;
        }
    }

    private static void add(MessageDigest digest, Part part) throws IOException {
        add(digest, part.getName());
        add(digest, part.getSubmittedFileName());
        add(digest, part.getContentType());
        add(digest, Long.toString(part.getSize()));
        try (var content = part.getInputStream();
                var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        }
    }

    /** With its length in front, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, @Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        digest.update((bytes.length + (text == null ? "-" : ":")).getBytes(UTF_8));
        digest.update(bytes);
    }
}
