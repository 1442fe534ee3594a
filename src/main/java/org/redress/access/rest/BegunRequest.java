package org.redress.access.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;

/** A request of which more has been read than is held: its body is read from the start, once. */
final class BegunRequest extends HttpServletRequestWrapper {
    private final byte[] begin;

    BegunRequest(HttpServletRequest request, byte[] begin) {
        super(request);
        this.begin = begin;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var rest = super.getInputStream();
        var whole = new SequenceInputStream(new ByteArrayInputStream(begin), rest);
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return whole.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return rest.isFinished();
            }

            @Override
            public boolean isReady() {
                return rest.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("This body is read as it comes");
            }
        };
    }
}
