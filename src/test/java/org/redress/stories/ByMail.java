package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.redress.access.Merchants;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop that is written to, and writes, by real SMTP and IMAP servers; they go on for the next story. */
abstract class ByMail extends AtTheDesk {
    private static final String HELP = "help@shop.example";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("http://\\S+?(/(?:track|check)/[A-Za-z0-9_-]{43})");
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    static {
        SERVER.start();
        SERVER.setUser(HELP, "help", "secret");
    }

    @DynamicPropertySource
    static void mailServers(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("redress.mail.from", () -> HELP);
        settings.add("redress.mail.imap.host", () -> "127.0.0.1");
        settings.add("redress.mail.imap.port", () -> SERVER.getImap().getPort());
        settings.add("redress.mail.imap.security", () -> "NONE");
        settings.add("redress.mail.imap.user", () -> "help");
        settings.add("redress.mail.imap.password", () -> "secret");
        settings.add("redress.mail.imap.address", () -> HELP);
        settings.add("redress.mail.imap.plus", () -> "true");
        settings.add("redress.mail.imap.poll", () -> "300ms");
    }

    @BeforeEach
    void emptyMailboxes() throws FolderException {
        SERVER.purgeEmailFromAllMailboxes();
    }

    /** The address of this story's shop. */
    String help() {
        return "help+" + context.getBean(Merchants.class).find(merchant).slug() + "@shop.example";
    }

    /**
     * What a customer’s mail program sends.
     *
     * @param barcode that the photo in it shows
     */
    record Letter(String from, String subject, String text, Charset charset, String barcode) {}

    /** @param answered the mail of ours that it answers, or null */
    String send(Letter letter, String to, @Nullable MimeMessage answered) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(SERVER.getSmtp().getPort()));
        var id = "<" + UUID.randomUUID() + "@example.com>";
        var mail = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(letter.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(letter.subject(), letter.charset().name());
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered.getMessageID());
            mail.setHeader("References", answered.getMessageID());
        }
        var words = new MimeBodyPart();
        words.setText(letter.text(), letter.charset().name());
        var parts = new MimeMultipart(words);
        var photo = new MimeBodyPart();
        photo.setDataHandler(
                new DataHandler(new ByteArrayDataSource(Photographs.ofBarcode(letter.barcode()), "image/png")));
        photo.setFileName("photo.png");
        parts.addBodyPart(photo);
        mail.setContent(parts);
        mail.saveChanges();
        // The server of the mailbox takes what is sent to any of its addresses.
        Transport.send(mail, new InternetAddress[] {new InternetAddress(HELP)});
        return id;
    }

    /** What has left the shop since the story began, to whomever. */
    static List<MimeMessage> sent() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getFrom()[0].toString().contains(HELP);
                    } catch (MessagingException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList();
    }

    static List<MimeMessage> sentTo(String address) {
        return sent().stream().filter(mail -> recipient(mail).equals(address)).toList();
    }

    /** The last of so many, and there are no more. */
    static MimeMessage awaitSentTo(String address, int count) {
        await().pollInSameThread().atMost(SOON).until(() -> sentTo(address).size() >= count);
        assertThat(sentTo(address)).hasSize(count);
        return sentTo(address).getLast();
    }

    static String recipient(MimeMessage mail) {
        try {
            var all = mail.getAllRecipients();
            assertThat(all).hasSize(1);
            return ((InternetAddress) all[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<String> subjects(List<MimeMessage> mails) {
        return mails.stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList();
    }

    static String text(MimeMessage mail) {
        try {
            return Objects.toString(mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** All that the receiver's program gets to see: headers, subject and text. */
    static String whole(MimeMessage mail) {
        try {
            var headers = Collections.list(mail.getAllHeaderLines()).stream().collect(Collectors.joining("\n"));
            return headers + "\n" + mail.getSubject() + "\n" + text(mail);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Where its link leads, on this server. */
    static String link(MimeMessage mail) {
        var found = LINK.matcher(text(mail));
        assertThat(found.find()).as("a link in " + text(mail)).isTrue();
        return found.group(1);
    }

    Page phone(String language) {
        return goingHome(Browser.phone("http://127.0.0.1:" + port, language));
    }
}
