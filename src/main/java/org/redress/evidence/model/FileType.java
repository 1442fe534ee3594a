package org.redress.evidence.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The files that we take, told apart by their first bytes; the name and the type that a sender gives are ignored. */
public enum FileType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    BMP("image/bmp"),
    WEBP("image/webp"),
    /** Nothing here decodes it; a program beside the server may. */
    HEIC("image/heic"),
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    WEBM("video/webm");

    /** How many first bytes {@link #of} looks at. */
    public static final int HEAD = 64;

    private static final long MEGABYTE = 1 << 20;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "f4v ",
            "3gp4", "3gp5", "3gp6", "3gp7");
    private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isVideo() {
        return mediaType.startsWith("video/");
    }

    /** Whether it is decoded here, without the help of another program. */
    public boolean isReadable() {
        return !isVideo() && this != HEIC;
    }

    /** The most bytes that we take (contract.md). */
    public long largest() {
        return megabytes() * MEGABYTE;
    }

    public int megabytes() {
        return isVideo() ? 100 : 20;
    }

    public static Optional<FileType> ofMediaType(String mediaType) {
        for (var type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Empty where the bytes begin like nothing that we take, whatever the file is called. */
    public static Optional<FileType> of(byte[] head) {
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 6).equals("GIF87a") || text(head, 0, 6).equals("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (text(head, 4, 4).equals("ftyp")) {
            return ofBrand(text(head, 8, 4));
        }
        if (starts(head, 0x1A, 0x45, 0xDF, 0xA3) && text(head, 0, HEAD).contains("webm")) {
            return Optional.of(WEBM);
        }
        return isBitmap(head) ? Optional.of(BMP) : Optional.empty();
    }

    private static Optional<FileType> ofBrand(String brand) {
        if (HEIC_BRANDS.contains(brand)) {
            return Optional.of(HEIC);
        }
        if (brand.equals("qt  ")) {
            return Optional.of(QUICKTIME);
        }
        return MP4_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
    }

    /** "BM" begins many a text, so the size of the second header has to be a known one too. */
    private static boolean isBitmap(byte[] head) {
        return starts(head, 'B', 'M')
                && head.length >= 18
                && head[15] == 0
                && head[16] == 0
                && head[17] == 0
                && BMP_HEADERS.contains(head[14] & 0xFF);
    }

    private static boolean starts(byte[] head, int... expected) {
        if (head.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int from, int length) {
        int start = Math.min(from, head.length);
        int end = Math.min(from + length, head.length);
        return new String(head, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
