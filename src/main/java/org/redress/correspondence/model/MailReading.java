package org.redress.correspondence.model;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.PostItem;

/**
 * Reads a mail (RFC 5322, MIME) whatever state it is in: what is broken is left out, what can be read is read. Files stay
 * where they are until somebody opens them.
 */
public final class MailReading {
    /** Characters of the text of a mail, history and all, that are kept. */
    public static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_HEADER = 100_000;
    private static final int MOST_TEXT_BYTES = 1 << 20;
    private static final int MOST_REFERENCES = 50;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 12;
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{3,240}>");
    private static final List<String> WAYS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");

    private final List<ReceivedMail.Attachment> attachments = new ArrayList<>();
    private final List<DeliveryReport> reports = new ArrayList<>();
    private final LinkedHashSet<String> reported = new LinkedHashSet<>();
    private int parts;
    private boolean whole;

    private MailReading(boolean whole) {
        this.whole = whole;
    }

    /**
     * @param source a {@link jakarta.mail.internet.SharedInputStream}, so that nothing is copied; open as long as the answer
     *     is used
     * @param whole false where its end was left out
     */
    public static ReceivedMail of(InputStream source, boolean whole) throws IOException {
        try {
            return new MailReading(whole).read(new MimeMessage(SESSION, source));
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private ReceivedMail read(MimeMessage mail) throws IOException {
        var text = WrittenText.shortened(WrittenText.clean(text(mail, 0)), LONGEST_TEXT);
        var subject = WrittenText.ofHeader(header(mail, "Subject"), LONGEST_SUBJECT);
        var sender = sender(mail);
        return new ReceivedMail(
                fingerprint(mail),
                ids(header(mail, "Message-ID")).stream().findFirst().orElse(null),
                references(mail),
                sender,
                recipients(mail),
                subject,
                sentAt(mail),
                nature(mail, subject, sender),
                language(mail),
                Reply.of(text),
                List.copyOf(attachments),
                List.copyOf(reports),
                List.copyOf(reported),
                whole);
    }

    private static String fingerprint(MimeMessage mail) throws IOException {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var name : List.of("Message-ID", "From", "Date", "Subject")) {
                sha256.update((header(mail, name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            try (var body = mail.getRawInputStream()) {
                var piece = new byte[1 << 16];
                for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                    sha256.update(piece, 0, read);
                }
            } catch (MessagingException noBody) {
                // Then its headers tell it apart.
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static List<String> references(MimeMessage mail) {
        var all = new LinkedHashSet<>(ids(header(mail, "In-Reply-To")));
        all.addAll(ids(header(mail, "References")).reversed());
        return all.stream().limit(MOST_REFERENCES).toList();
    }

    private static List<String> ids(@Nullable String header) {
        return header == null
                ? List.of()
                : ID.matcher(header).results().map(found -> found.group()).toList();
    }

    private static ReceivedMail.@Nullable Sender sender(MimeMessage mail) {
        var from = header(mail, "From");
        if (from == null) {
            return null;
        }
        try {
            var addresses = InternetAddress.parseHeader(from.replaceAll("\\p{Cntrl}+", " "), false);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                return null;
            }
            var address = addresses[0].getAddress();
            new InternetAddress(address, true).validate();
            if (address.length() > LONGEST_ADDRESS || address.indexOf('@') < 1 || !address.matches("[!-~]+")) {
                return null;
            }
            var personal = from.substring(0, Math.max(from.lastIndexOf('<'), 0));
            var name = WrittenText.ofHeader(personal, LONGEST_NAME).replaceAll("^[\"'\\s]+|[\"'\\s]+$", "");
            return new ReceivedMail.Sender(address, name.isEmpty() ? null : name);
        } catch (AddressException none) {
            return null;
        }
    }

    private static String recipients(MimeMessage mail) {
        var all = new StringBuilder();
        for (var way : WAYS) {
            var header = header(mail, way);
            if (header != null) {
                all.append(header).append('\n');
            }
        }
        return all.toString();
    }

    private static @Nullable Instant sentAt(MimeMessage mail) {
        var date = header(mail, "Date");
        try {
            return date == null || date.length() > LONGEST_NAME
                    ? null
                    : new MailDateFormat().parse(date.strip()).toInstant();
        } catch (ParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String language(MimeMessage mail) {
        var language = header(mail, "Content-Language");
        return language == null || !language.strip().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
                ? null
                : language.strip();
    }

    private PostItem.Nature nature(MimeMessage mail, String subject, ReceivedMail.@Nullable Sender sender) {
        if (!reports.isEmpty()) {
            return PostItem.Nature.REPORT;
        }
        return Robots.wrote(name -> header(mail, name), subject, sender == null ? "" : sender.address())
                ? PostItem.Nature.AUTOMATIC
                : PostItem.Nature.PERSON;
    }

    /** What is read of a part; files in it are set aside. */
    private String text(MimePart part, int depth) {
        parts++;
        if (parts > MOST_PARTS || depth > DEEPEST) {
            whole = false;
            return "";
        }
        var type = type(part);
        if (type.startsWith("multipart/")) {
            return texts(part, type, depth);
        }
        if (type.equals("message/delivery-status")) {
            reports.addAll(DeliveryReport.of(WrittenText.clean(words(part))));
            return "";
        }
        if (type.equals("text/rfc822-headers") || (type.equals("message/rfc822") && !reports.isEmpty())) {
            reportedIn(words(part));
            return "";
        }
        if (type.equals("message/rfc822")) {
            return forwarded(part, depth);
        }
        if (isFile(part, type)) {
            attachments.add(attachment(part, type));
            return "";
        }
        var words = words(part);
        return type.equals("text/html") ? HtmlText.of(words) : words;
    }

    private void reportedIn(String headers) {
        var found = Pattern.compile("(?im)^message-id[ \\t]*:\\s*(<[^>\\s]+>)").matcher(headers);
        if (found.find()) {
            reported.addAll(ids(found.group(1)));
        }
    }

    private String texts(MimePart part, String type, int depth) {
        List<BodyPart> children;
        try {
            children = children(part);
        } catch (MessagingException | RuntimeException broken) {
            return words(part);
        }
        var texts = new ArrayList<String>();
        String plain = "";
        for (var child : children) {
            if (!(child instanceof MimePart each)) {
                continue;
            }
            var text = text(each, depth + 1);
            if (!text.isBlank()) {
                texts.add(text.strip());
                plain = plain.isEmpty() && type(each).equals("text/plain") ? text.strip() : plain;
            }
        }
        if (texts.isEmpty()) {
            return "";
        }
        if (type.equals("multipart/alternative")) {
            return plain.isEmpty() ? texts.getLast() : plain;
        }
        return String.join("\n\n", texts);
    }

    private List<BodyPart> children(MimePart part) throws MessagingException {
        DataSource source = part.getDataHandler().getDataSource();
        var multipart = new MimeMultipart(source);
        var children = new ArrayList<BodyPart>();
        int count = multipart.getCount();
        for (int i = 0; i < Math.min(count, MOST_PARTS); i++) {
            children.add(multipart.getBodyPart(i));
        }
        whole = whole && count <= MOST_PARTS;
        return children;
    }

    private String forwarded(MimePart part, int depth) {
        try {
            return text(new MimeMessage(SESSION, part.getInputStream()), depth + 1);
        } catch (MessagingException | IOException | RuntimeException broken) {
            return words(part);
        }
    }

    private static boolean isFile(MimePart part, String type) {
        var isText = type.equals("text/plain") || type.equals("text/html");
        return !isText || lower(header(part, "Content-Disposition")).startsWith("attachment");
    }

    private static ReceivedMail.Attachment attachment(MimePart part, String type) {
        var disposition = lower(header(part, "Content-Disposition"));
        var inText = disposition.startsWith("inline") || header(part, "Content-ID") != null;
        return new ReceivedMail.Attachment(
                name(part, type), type, inText && !disposition.startsWith("attachment"), size(part), () -> open(part));
    }

    private static String name(MimePart part, String type) {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException | RuntimeException broken) {
            // Then it goes by its type.
        }
        var clean = WrittenText.ofHeader(name, LONGEST_NAME).replaceAll("[/\\\\]", "_");
        return clean.isBlank() ? WrittenText.ofHeader(type, LONGEST_NAME) : clean;
    }

    private static long size(MimePart part) {
        try {
            int size = part.getSize();
            return lower(header(part, "Content-Transfer-Encoding")).contains("base64") ? size * 57L / 78 : size;
        } catch (MessagingException unknown) {
            return 0;
        }
    }

    /** Of a text part; as far as it goes where it breaks off. */
    private String words(MimePart part) {
        var bytes = new ByteArrayOutputStream();
        try (var content = open(part)) {
            var piece = new byte[8192];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                bytes.write(piece, 0, Math.min(read, MOST_TEXT_BYTES - bytes.size()));
                if (bytes.size() >= MOST_TEXT_BYTES) {
                    whole = false;
                    break;
                }
            }
        } catch (IOException breaksOff) {
            whole = false;
        }
        var named = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]+)")
                .matcher(Objects.requireNonNullElse(header(part, "Content-Type"), ""));
        return WrittenText.of(bytes.toByteArray(), named.find() ? named.group(1) : null);
    }

    private static InputStream open(MimePart part) throws IOException {
        try {
            var raw = part instanceof MimeMessage mail
                    ? mail.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream();
            var encoding = lower(header(part, "Content-Transfer-Encoding"));
            if (encoding.contains("base64")) {
                return Base64.getMimeDecoder().wrap(raw);
            }
            return encoding.contains("quoted-printable") ? MimeUtility.decode(raw, "quoted-printable") : raw;
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String type(MimePart part) {
        var type = lower(header(part, "Content-Type")).replaceFirst("[;,\\s].*", "");
        return type.matches("[a-z]+/[a-z0-9.+_-]{1,100}") ? type : "text/plain";
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String header(MimePart part, String name) {
        try {
            var values = part.getHeader(name);
            if (values == null || values.length == 0) {
                return null;
            }
            var all = String.join(", ", values);
            return all.length() <= LONGEST_HEADER ? all : all.substring(0, LONGEST_HEADER);
        } catch (MessagingException unreadable) {
            return null;
        }
    }
}
