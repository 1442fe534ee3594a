package org.redress.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;

/**
 * One file and what was read from it.
 *
 * @param claim null while it waits for its claim
 * @param mediaType by content, never by name
 * @param readState {@code FAILED} means the file itself could not be read; a photo without a barcode is {@code DONE}
 *     with no barcodes, which says nothing about the goods (unknown is not false)
 * @param barcodes each once, the one seen most clearly first
 * @param places where in the shown picture each code stands; null where that was not kept (files read before it was)
 * @param takenAt by the camera's clock (EXIF; read as UTC where the camera noted no offset), which may be wrong; null
 *     where not recorded
 * @param width of the upright picture in pixels; 0 where there is none to show: a video or an HEIC photo on a server that
 *     cannot convert it
 */
public record EvidenceItem(
        EvidenceId id,
        @Nullable UUID claim,
        EvidenceKind kind,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        int width,
        int height,
        ReadState readState,
        List<Barcode> barcodes,
        @Nullable List<CodePlace> places,
        @Nullable Instant takenAt,
        Instant receivedAt) {
    /** Nothing is known of where its codes stand. */
    public EvidenceItem(
            EvidenceId id,
            @Nullable UUID claim,
            EvidenceKind kind,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            int width,
            int height,
            ReadState readState,
            List<Barcode> barcodes,
            @Nullable Instant takenAt,
            Instant receivedAt) {
        this(
                id,
                claim,
                kind,
                fileName,
                mediaType,
                bytes,
                sha256,
                width,
                height,
                readState,
                barcodes,
                null,
                takenAt,
                receivedAt);
    }

    public enum ReadState {
        PENDING,
        DONE,
        FAILED
    }

    /**
     * @param format as ZXing names it: {@code EAN_13}, {@code QR_CODE}, …
     * @param text as printed; of a GS1 code without what only scanners see (FNC1)
     * @param gtin where the text is or holds the valid GTIN of an article
     * @param sscc where it names a parcel (GS1 AI 00)
     */
    public record Barcode(
            String format,
            String text,
            @Nullable Gtin gtin,
            @Nullable Sscc sscc) {
        public Barcode(String format, String text, @Nullable Gtin gtin) {
            this(format, text, gtin, null);
        }
    }

    public boolean isVideo() {
        return mediaType.startsWith("video/");
    }

    /** Whether people can look at it: it is read, and a picture could be made of it (of a video, one of its stills). */
    public boolean isShown() {
        return readState == ReadState.DONE && width > 0;
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }
}
