package org.redress.sheets.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts that cells of a workbook share, by their number, in little more memory than they take on disk. */
final class SharedTexts {
    private byte[] bytes = new byte[64];
    private int[] ends = new int[16];
    private int size;

    void add(String text) {
        var added = text.getBytes(StandardCharsets.UTF_8);
        int start = start(size);
        if (start + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + added.length, bytes.length + bytes.length / 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
        }
        System.arraycopy(added, 0, bytes, start, added.length);
        ends[size] = start + added.length;
        size++;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** @throws IllegalArgumentException where there is none of this number */
    String get(int number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("There is no shared text " + number);
        }
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }
}
