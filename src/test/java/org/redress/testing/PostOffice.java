package org.redress.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Real SMTP and IMAP servers, with the mailbox that the product reads: whatever is sent to any of its addresses lies in it. */
public final class PostOffice implements AutoCloseable {
    public static final String HELP = "help@shop.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private PostOffice() {}

    public static PostOffice open() {
        var office = new PostOffice();
        office.server.start();
        office.server.setUser(HELP, "help", "secret");
        return office;
    }

    /** By which the product writes, and reads every 300 ms. */
    public void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> server.getSmtp().getPort());
        settings.add("redress.mail.from", () -> HELP);
        settings.add("redress.mail.imap.host", () -> "127.0.0.1");
        settings.add("redress.mail.imap.port", this::imapPort);
        settings.add("redress.mail.imap.security", () -> "NONE");
        settings.add("redress.mail.imap.user", () -> "help");
        settings.add("redress.mail.imap.password", () -> "secret");
        settings.add("redress.mail.imap.address", () -> HELP);
        settings.add("redress.mail.imap.plus", () -> "true");
        settings.add("redress.mail.imap.poll", () -> "300ms");
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Of a customer's mail program. */
    public Session session(String from) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        settings.setProperty("mail.smtp.from", from);
        return Session.getInstance(settings);
    }

    /** Puts a mail into the mailbox, whichever of its addresses it names. */
    public void deliver(MimeMessage mail) throws MessagingException {
        Transport.send(mail, new InternetAddress[] {new InternetAddress(HELP)});
    }

    /** All that went through, into the mailbox and out of the product. */
    public List<MimeMessage> passed() {
        return List.of(server.getReceivedMessages());
    }

    public List<MimeMessage> passedTo(String email) {
        return passed().stream().filter(mail -> isTo(mail, email)).toList();
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            var recipients = mail.getRecipients(RecipientType.TO);
            return recipients != null
                    && Arrays.stream(recipients)
                            .anyMatch(recipient ->
                                    ((InternetAddress) recipient).getAddress().equals(email));
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    public void empty() throws FolderException {
        server.purgeEmailFromAllMailboxes();
    }

    @Override
    public void close() {
        server.stop();
    }
}
