package org.redress.evidence.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file as it came, but for the places in it: cameras write where a video was taken as an ISO 6709 text, and each digit
 * of such a text reads 0. Not a byte moves, so the video still plays. Holds 64 KB, however long the file is.
 */
public final class PlacesBlanked extends InputStream {
    /** Latitude, longitude, and perhaps a height: {@code +37.3318-122.0312+012.345/}. */
    private static final Pattern PLACE =
            Pattern.compile("[+-]\\d{2,6}(\\.\\d{1,9})?[+-]\\d{3,7}(\\.\\d{1,9})?([+-]\\d{1,6}(\\.\\d{1,9})?)?/");

    private static final int LONGEST = 64;

    private final InputStream content;
    private final byte[] window = new byte[64 * 1024];
    private int next;
    private int clear;
    private int filled;
    private boolean ended;

    public PlacesBlanked(InputStream content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        return isOver() ? -1 : window[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int length = Math.min(most, clear - next);
        System.arraycopy(window, next, target, from, length);
        next += length;
        return length;
    }

    private boolean isOver() throws IOException {
        while (next == clear && !ended) {
            refill();
        }
        return next == clear;
    }

    /** What could be the beginning of a place waits for what follows it. */
    private void refill() throws IOException {
        System.arraycopy(window, clear, window, 0, filled - clear);
        filled -= clear;
        next = 0;
        int read = content.readNBytes(window, filled, window.length - filled);
        filled += read;
        ended = filled < window.length;
        blank();
        clear = ended ? filled : filled - LONGEST;
    }

    private void blank() {
        var places = PLACE.matcher(new String(window, 0, filled, StandardCharsets.ISO_8859_1));
        while (places.find()) {
            for (int i = places.start(); i < places.end(); i++) {
                if (window[i] >= '0' && window[i] <= '9') {
                    window[i] = '0';
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
