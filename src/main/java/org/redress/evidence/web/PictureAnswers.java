package org.redress.evidence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.PictureSize;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The picture of a file as an answer that no browser can mistake for anything else. A file whose picture is not made
 * yet, or never will be, is answered with a drawing that says so, which is not to be kept.
 */
@Component
class PictureAnswers {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Evidence evidence;

    PictureAnswers(Evidence evidence) {
        this.evidence = evidence;
    }

    static PictureSize size(String name) {
        for (var size : PictureSize.values()) {
            if (size.name().toLowerCase(Locale.ROOT).equals(name)) {
                return size;
            }
        }
        throw new Refused(Refusal.absent());
    }

    ResponseEntity<byte[]> answer(MerchantId merchant, Optional<EvidenceItem> found, PictureSize size) {
        var item = found.orElseThrow(() -> new Refused(Refusal.absent()));
        try (var picture = evidence.picture(merchant, item.id(), size).orElse(null)) {
            return picture == null
                    ? safe(CacheControl.noStore(), SVG).body(drawing(item))
                    : safe(CacheControl.maxAge(A_YEAR).cachePrivate().immutable(), MediaType.IMAGE_JPEG)
                            .body(picture.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A video is handed over to be saved: no browser plays it here. */
    ResponseEntity<Resource> download(MerchantId merchant, Optional<EvidenceItem> found) {
        var item = found.orElseThrow(() -> new Refused(Refusal.absent()));
        var video = evidence.video(merchant, item.id()).orElseThrow(() -> new Refused(Refusal.absent()));
        var name = ContentDisposition.attachment()
                .filename(item.fileName(), StandardCharsets.UTF_8)
                .build();
        return safe(CacheControl.noStore(), MediaType.APPLICATION_OCTET_STREAM)
                .headers(headers -> headers.setContentDisposition(name))
                .contentLength(item.bytes())
                .body(new InputStreamResource(video));
    }

    private static ResponseEntity.BodyBuilder safe(CacheControl keeping, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(keeping)
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline");
    }

    private static byte[] drawing(EvidenceItem item) throws IOException {
        var name = item.isVideo()
                ? "video"
                : item.readState() == EvidenceItem.ReadState.PENDING ? "pending" : "unreadable";
        return new ClassPathResource("evidence/" + name + ".svg").getContentAsByteArray();
    }
}
