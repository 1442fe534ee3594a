package org.redress.sheets.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.redress.sheets.Layout;

/**
 * Which keys have rows that do not stand next to each other, found by reading through the file once. Kept in two Bloom
 * filters of a fixed size, whatever the file's: what is told may be wrong only by calling a key scattered that is not,
 * which costs a little time and changes nothing.
 */
final class Scattered {
    private final Filter seen = new Filter();
    private final Filter again = new Filter();
    private boolean any;

    private Scattered() {}

    /** @param column that holds the key; none where each row stands alone */
    static Scattered in(SheetFile file, Layout layout, @Nullable String column) throws IOException {
        var scattered = new Scattered();
        if (column == null) {
            return scattered;
        }
        var last = "";
        boolean more = true;
        while (more) {
            try {
                var cells = file.next();
                more = cells.isPresent();
                if (more) {
                    var key = layout.text(column, cells.get().texts());
                    if (!key.equals(last)) {
                        scattered.note(key);
                        last = key;
                    }
                }
            } catch (SheetFile.Unreadable unreadable) {
                more = !unreadable.isLast();
            }
        }
        return scattered;
    }

    private void note(String key) {
        if (!seen.add(key)) {
            again.add(key);
            any = true;
        }
    }

    boolean has(String key) {
        return any && again.has(key);
    }

    boolean isEmpty() {
        return !any;
    }

    /** A file of 100 MB has at most some three million keys: of a million about one in two thousand is told wrongly. */
    private static final class Filter {
        private static final int BITS = 1 << 26;
        private static final int HASHES = 4;

        private final long[] bits = new long[BITS / Long.SIZE];

        /** Whether it was new. */
        boolean add(String key) {
            boolean fresh = false;
            long hash = hash(key);
            for (int i = 0; i < HASHES; i++) {
                int bit = bit(hash, i);
                fresh |= (bits[bit >> 6] & (1L << bit)) == 0;
                bits[bit >> 6] |= 1L << bit;
            }
            return fresh;
        }

        boolean has(String key) {
            long hash = hash(key);
            for (int i = 0; i < HASHES; i++) {
                int bit = bit(hash, i);
                if ((bits[bit >> 6] & (1L << bit)) == 0) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(long hash, int i) {
            return ((int) hash + i * (int) (hash >>> 32)) & (BITS - 1);
        }

        /** FNV-1a, stirred as in MurmurHash3. */
        private static long hash(String key) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < key.length(); i++) {
                hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
            hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return hash ^ (hash >>> 33);
        }
    }
}
