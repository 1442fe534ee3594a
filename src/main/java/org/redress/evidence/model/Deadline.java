package org.redress.evidence.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A file that ends in time: a decoder that asks for more after this has met a picture made to keep it busy. */
final class Deadline extends FilterInputStream {
    private final long end;

    Deadline(InputStream content, Duration patience) {
        super(content);
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        check();
        return super.read(into, from, Math.min(most, 4096));
    }

    private void check() throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException("The picture takes too long to decode");
        }
    }
}
