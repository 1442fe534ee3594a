package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.testing.PostOffice.HELP;

import com.icegreen.greenmail.store.FolderException;
import com.microsoft.playwright.Page;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.redress.access.Merchants;
import org.redress.testing.Browser;
import org.redress.testing.Photographs;
import org.redress.testing.PostOffice;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop that is written to, and writes, by real SMTP and IMAP servers; they go on for the next story. */
abstract class ByMail extends AtTheDesk {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("http://\\S+?(/(?:track|check)/[A-Za-z0-9_-]{43})");
    private static final PostOffice POST_OFFICE = PostOffice.open();

    @DynamicPropertySource
    static void mailServers(DynamicPropertyRegistry settings) {
        POST_OFFICE.settings(settings);
    }

    @BeforeEach
    void emptyMailboxes() throws FolderException {
        POST_OFFICE.empty();
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
        var id = "<" + UUID.randomUUID() + "@example.com>";
        var mail = new MimeMessage(POST_OFFICE.session(letter.from())) {
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
        POST_OFFICE.deliver(mail);
        return id;
    }

    /** What has left the shop since the story began, to whomever. */
    static List<MimeMessage> sent() {
        return POST_OFFICE.passed().stream()
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
