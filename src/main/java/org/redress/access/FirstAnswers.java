package org.redress.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/** Lets a repeated command have its first answer and no second effect. */
public interface FirstAnswers {
    /**
     * Does the work once for each key of a merchant. The work, whatever joins its transaction, and the answer are
     * committed together. An answer of 400 and above undoes everything and is not kept, so the key may be tried again.
     * Of two calls at once the second waits for the first.
     *
     * @param fingerprint what was asked for: method, path and body
     * @throws org.redress.kernel.Refused where the key was used for something else
     */
    Answer once(MerchantId merchant, String key, Fingerprint fingerprint, Supplier<Answer> work);

    /** SHA-256 of a request, in hexadecimal digits. */
    record Fingerprint(String sha256) {}

    /** What is repeated of an answer. */
    final class Answer {
        private final int status;
        private final @Nullable String contentType;
        private final @Nullable String location;
        private final @Nullable String etag;
        private final byte[] body;

        public Answer(
                int status,
                @Nullable String contentType,
                @Nullable String location,
                @Nullable String etag,
                byte[] body) {
            this.status = status;
            this.contentType = contentType;
            this.location = location;
            this.etag = etag;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public @Nullable String contentType() {
            return contentType;
        }

        public @Nullable String location() {
            return location;
        }

        public @Nullable String etag() {
            return etag;
        }

        public byte[] body() {
            return body;
        }
    }
}
