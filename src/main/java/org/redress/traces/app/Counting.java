package org.redress.traces.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes have been read. */
final class Counting extends FilterInputStream {
    private long position;

    Counting(InputStream content) {
        super(content);
    }

    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        position += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        position += Math.max(read, 0);
        return read;
    }
}
