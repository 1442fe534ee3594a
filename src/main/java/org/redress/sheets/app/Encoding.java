package org.redress.sheets.app;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the text of a file without a byte order mark is encoded, found by reading all of it: UTF-8, or GB18030 (which holds
 * GBK and GB2312) as Chinese spreadsheets save it. Text in a single-byte encoding, such as Windows-1252, looks like
 * neither: in Chinese text both bytes of nearly every character are high, there a high byte stands alone.
 */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A few broken characters in a file of good ones cost their rows, not the file. */
    private static final int GOOD_TO_ONE_BAD = 10;

    private static final int COMMON_TO_ONE_RARE = 3;

    private final Utf8 utf8 = new Utf8();
    private final Gb gb = new Gb();

    private Encoding() {}

    /** Empty where it is neither. */
    static Optional<Charset> of(Path file) throws IOException {
        var encoding = new Encoding();
        var part = new byte[64 * 1024];
        try (var in = Files.newInputStream(file)) {
            int read = in.readNBytes(part, 0, part.length);
            if (hasByteOrderMark(part, read)) {
                return Optional.of(StandardCharsets.UTF_8);
            }
            for (; read > 0; read = in.readNBytes(part, 0, part.length)) {
                for (int i = 0; i < read; i++) {
                    encoding.utf8.take(part[i] & 0xFF);
                    encoding.gb.take(part[i] & 0xFF);
                }
            }
        }
        if (encoding.utf8.bad == 0 || encoding.utf8.good >= GOOD_TO_ONE_BAD * encoding.utf8.bad) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return encoding.gb.bad == 0 && encoding.gb.common >= COMMON_TO_ONE_RARE * encoding.gb.rare
                ? Optional.of(GB18030)
                : Optional.empty();
    }

    /** Of UTF-8 or UTF-16: the reader goes by it. */
    private static boolean hasByteOrderMark(byte[] start, int length) {
        int first = length > 1 ? (start[0] & 0xFF) << 8 | (start[1] & 0xFF) : 0;
        return first == 0xFEFF || first == 0xFFFE || (first == 0xEFBB && length > 2 && (start[2] & 0xFF) == 0xBF);
    }

    /** Characters of several bytes (RFC 3629). */
    private static final class Utf8 {
        private long good;
        private long bad;
        private int missing;

        void take(int octet) {
            if (missing > 0) {
                if ((octet & 0xC0) == 0x80) {
                    missing--;
                    good += missing == 0 ? 1 : 0;
                    return;
                }
                bad++;
                missing = 0;
            }
            if (octet >= 0x80) {
                missing = octet >= 0xC2 && octet < 0xE0
                        ? 1
                        : octet >= 0xE0 && octet < 0xF0 ? 2 : octet >= 0xF0 && octet < 0xF5 ? 3 : 0;
                bad += missing == 0 ? 1 : 0;
            }
        }
    }

    /** Characters of two or four bytes (GB 18030). */
    private static final class Gb {
        private long common;
        private long rare;
        private long bad;
        private int place;

        void take(int octet) {
            switch (place) {
                case 0 -> {
                    place = octet > 0x80 && octet < 0xFF ? 1 : 0;
                    bad += octet == 0x80 || octet == 0xFF ? 1 : 0;
                }
                case 1 -> {
                    if (octet >= 0x30 && octet <= 0x39) {
                        place = 2;
                    } else {
                        place = 0;
                        common += octet >= 0xA1 && octet < 0xFF ? 1 : 0;
                        rare += octet >= 0x40 && octet < 0xA1 && octet != 0x7F ? 1 : 0;
                        bad += octet < 0x40 || octet == 0x7F || octet == 0xFF ? 1 : 0;
                    }
                }
                case 2 -> {
                    place = octet > 0x80 && octet < 0xFF ? 3 : 0;
                    bad += place == 0 ? 1 : 0;
                }
                default -> {
                    rare++;
                    place = 0;
                    bad += octet >= 0x30 && octet <= 0x39 ? 0 : 1;
                }
            }
        }
    }
}
