package org.redress.evidence.model;

import java.util.List;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;

/** Why a file is not taken. */
public final class FileRefusals {
    private FileRefusals() {}

    public static Refusal tooManyBytes(FileType type) {
        var key = type.isVideo() ? "evidence.refusal.video-bytes" : "evidence.refusal.image-bytes";
        return new Refusal(Refusal.Kind.TOO_LARGE, "TOO_MANY_BYTES", Phrase.of(key, type.megabytes()), List.of());
    }

    public static Refusal tooManyPixels() {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "TOO_MANY_PIXELS",
                Phrase.of("evidence.refusal.pixels", PictureFile.MOST_MEGAPIXELS),
                List.of());
    }

    public static Refusal unsupported() {
        return new Refusal(Refusal.Kind.UNSUPPORTED, "FILE_TYPE", Phrase.of("evidence.refusal.unsupported"), List.of());
    }

    public static Refusal empty() {
        return Refusal.invalid("/file", "EMPTY_FILE", Phrase.of("evidence.refusal.empty"));
    }

    public static Refusal brokeOff() {
        return Refusal.invalid("/file", "BROKE_OFF", Phrase.of("evidence.refusal.broke-off"));
    }

    public static Refusal otherOffset() {
        return Refusal.conflict("OFFSET", Phrase.of("evidence.refusal.offset"));
    }

    public static Refusal largePiece(int most) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE, "LARGE_PIECE", Phrase.of("evidence.refusal.large-piece", most), List.of());
    }

    /** Absent, another merchant's and another claim's are told apart by nobody. */
    public static Refusal unknownUpload(int index) {
        return Refusal.invalid(
                "/evidence/" + index + "/uploadId", "UNKNOWN_UPLOAD", Phrase.of("evidence.refusal.unknown-upload"));
    }
}
