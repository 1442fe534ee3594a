package org.redress.correspondence.out;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a mail to disk in small pieces, and no more of it than can be read with little memory. */
final class MailFile {
    private static final int PIECE = 1 << 16;

    /** Headers that are longer are no headers. */
    private static final int LONGEST_HEAD = 1 << 18;

    /** Lines that may begin a part: each costs memory when the mail is taken apart. */
    private static final int MOST_BOUNDARIES = 20_000;

    private int column;
    private int dashes;
    private int boundaries;
    private boolean head = true;
    private long bytes;

    private MailFile() {}

    /** @return whether all of it is in the file */
    static boolean copy(InputStream source, Path target, long most) throws IOException {
        return new MailFile().copied(source, target, most);
    }

    private boolean copied(InputStream source, Path target, long most) throws IOException {
        var piece = new byte[PIECE];
        try (var out = Files.newOutputStream(target)) {
            for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
                int fits = fitting(piece, read, most);
                out.write(piece, 0, fits);
                if (fits < read) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How much of this piece may still be taken. */
    private int fitting(byte[] piece, int length, long most) {
        for (int i = 0; i < length; i++) {
            if (bytes >= most || boundaries > MOST_BOUNDARIES || (head && bytes >= LONGEST_HEAD)) {
                return i;
            }
            bytes++;
            see(piece[i]);
        }
        return length;
    }

    private void see(byte b) {
        if (b == '\n') {
            head = head && column > 0;
            column = 0;
            dashes = 0;
        } else if (b != '\r') {
            column++;
            dashes = b == '-' && dashes == column - 1 ? dashes + 1 : dashes;
            boundaries += dashes == 2 && column == 2 ? 1 : 0;
        }
    }
}
