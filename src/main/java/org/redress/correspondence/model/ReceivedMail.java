package org.redress.correspondence.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.PostItem;

/**
 * A mail that came in, as far as it can be read. Nothing in it is true because it says so.
 *
 * @param fingerprint of what stays the same however often and by whichever way it reaches us
 * @param messageId with its angle brackets; null where it has none that can be one
 * @param references the mails that it answers, the nearest first
 * @param sender null where it names none, or several, or what is no address
 * @param recipients all that the headers say of where it went
 * @param language as its headers say, or null
 * @param reports where a mail server reports on mails of ours
 * @param reported the mails that are reported on
 * @param whole false where its end is missing: it was too large, or of too many parts
 */
public record ReceivedMail(
        String fingerprint,
        @Nullable String messageId,
        List<String> references,
        @Nullable Sender sender,
        String recipients,
        String subject,
        @Nullable Instant sentAt,
        PostItem.Nature nature,
        @Nullable String language,
        Reply text,
        List<Attachment> attachments,
        List<DeliveryReport> reports,
        List<String> reported,
        boolean whole) {
    /** Who it says it is from. */
    public record Sender(String address, @Nullable String name) {
        /** Whether they write from this address, as far as a sender can be believed. */
        public boolean isAt(@Nullable String email) {
            return email != null && email.strip().equalsIgnoreCase(address);
        }
    }

    /**
     * A file that came with it.
     *
     * @param name as the sender calls it, for people only
     * @param type as the sender calls it
     * @param inText shown in the text: a photo that was pasted, or the logo of a signature
     * @param bytes about, for it is told by its encoded length
     * @param content opened anew each time, while the mail is open
     */
    public record Attachment(String name, String type, boolean inText, long bytes, Content content) {
        private static final int SMALLEST_PHOTO = 5_000;
        private static final Pattern PICTURE_NAME =
                Pattern.compile("\\.(?:jpe?g|png|heic|heif|webp|mp4|mov)$", Pattern.CASE_INSENSITIVE);

        /** A picture in the text that is too small for a photo: the logo of a signature, or a mark that counts readers. */
        public boolean isDecoration() {
            return inText && type.startsWith("image/") && bytes < SMALLEST_PHOTO;
        }

        /** A photo or a film of what came, also where a phone says of it only that it is bytes. */
        public boolean isPicture() {
            return !isDecoration()
                    && (type.startsWith("image/")
                            || type.startsWith("video/")
                            || PICTURE_NAME.matcher(name).find());
        }
    }

    /** Opens what can be read more than once. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
