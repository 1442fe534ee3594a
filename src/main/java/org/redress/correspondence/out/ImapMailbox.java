package org.redress.correspondence.out;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.redress.correspondence.app.ArrivedMail;
import org.redress.correspondence.app.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * A folder of an IMAP server (RFC 9051, 3501). What is not marked as read has not been taken: taken mail is marked, and moved where
 * a folder for it is named.
 */
@Component
@ConditionalOnProperty("redress.mail.imap.host")
class ImapMailbox implements Mailbox {
    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);

    /** Of a mail that is too large, so much is looked at: who wrote it, and what they wrote. */
    private static final long BEGINNING = DataSize.ofKilobytes(256).toBytes();

    private static final int MOST_AT_ONCE = 500;

    private enum Security {
        SSL,
        STARTTLS,
        NONE
    }

    private final String host;
    private final int port;
    private final Security security;
    private final String user;
    private final String password;
    private final String folder;
    private final String filed;
    private final long largest;
    private final Duration timeout;
    private final AtomicBoolean away = new AtomicBoolean();

    ImapMailbox(Environment settings) {
        host = settings.getProperty("redress.mail.imap.host", "").strip();
        security = settings.getProperty("redress.mail.imap.security", Security.class, Security.SSL);
        port = settings.getProperty("redress.mail.imap.port", Integer.class, security == Security.SSL ? 993 : 143);
        user = settings.getProperty("redress.mail.imap.user", "");
        password = settings.getProperty("redress.mail.imap.password", "");
        folder = settings.getProperty("redress.mail.imap.folder", "INBOX");
        filed = settings.getProperty("redress.mail.imap.filed", "").strip();
        largest = settings.getProperty("redress.mail.imap.largest", DataSize.class, DataSize.ofMegabytes(25))
                .toBytes();
        timeout = settings.getProperty("redress.mail.imap.timeout", Duration.class, Duration.ofSeconds(20));
    }

    @Override
    public void collect(Function<ArrivedMail, Taken> taker) {
        if (host.isEmpty()) {
            return;
        }
        var protocol = security == Security.SSL ? "imaps" : "imap";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(host, port, user, password);
            var from = (IMAPFolder) store.getFolder(folder);
            from.open(Folder.READ_WRITE);
            collect(store, from, taker);
            from.close(false);
            if (away.getAndSet(false)) {
                log.info("The mailbox {} answers again", host);
            }
        } catch (MessagingException | IOException notNow) {
            if (!away.getAndSet(true)) {
                log.warn("No mail can be fetched from {}: {}", host, notNow.toString());
            }
        }
    }

    private Properties properties(String protocol) {
        var settings = new Properties();
        var prefix = "mail." + protocol + ".";
        settings.setProperty("mail.mime.allowutf8", "false");
        settings.setProperty(prefix + "connectiontimeout", Long.toString(timeout.toMillis()));
        settings.setProperty(prefix + "timeout", Long.toString(timeout.toMillis()));
        settings.setProperty(prefix + "writetimeout", Long.toString(timeout.toMillis()));
        settings.setProperty(prefix + "fetchsize", Integer.toString(1 << 16));
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (security == Security.STARTTLS) {
            settings.setProperty(prefix + "starttls.enable", "true");
            settings.setProperty(prefix + "starttls.required", "true");
        }
        return settings;
    }

    private void collect(Store store, IMAPFolder from, Function<ArrivedMail, Taken> taker)
            throws MessagingException, IOException {
        var found = from.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var next = Arrays.copyOf(found, Math.min(found.length, MOST_AT_ONCE));
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        from.fetch(next, profile);
        var done = new ArrayList<Message>();
        try {
            for (var message : next) {
                try {
                    switch (take(from, (IMAPMessage) message, taker)) {
                        case FILED -> {
                            message.setFlag(Flags.Flag.SEEN, true);
                            done.add(message);
                        }
                        case LEFT -> from.setFlags(new Message[] {message}, left(), true);
                        case AGAIN -> {}
                    }
                } catch (MessagingException | IOException withheld) {
                    // One that its own server cannot hand over must not stop those behind it.
                    if (!from.isOpen()) {
                        throw withheld;
                    }
                    log.info(
                            "Mail {} of {} is not handed over, and is tried again",
                            message.getMessageNumber(),
                            folder,
                            withheld);
                }
            }
        } finally {
            move(store, from, done);
        }
    }

    private static Flags left() {
        var flags = new Flags(Flags.Flag.SEEN);
        flags.add(Flags.Flag.FLAGGED);
        return flags;
    }

    private Taken take(IMAPFolder from, IMAPMessage message, Function<ArrivedMail, Taken> taker)
            throws MessagingException, IOException {
        var file = Files.createTempFile("redress-mail", ".eml");
        try {
            long size = message.getSize();
            boolean fits = size <= largest;
            boolean whole;
            try (var source = message.getMimeStream()) {
                whole = MailFile.copy(source, file, fits ? largest : BEGINNING);
            }
            var where = "%s/%d/%d".formatted(folder, from.getUIDValidity(), from.getUID(message));
            return taker.apply(new ArrivedMail(where, Math.max(size, Files.size(file)), file, whole && fits));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void move(Store store, IMAPFolder from, List<Message> done) throws MessagingException {
        if (filed.isEmpty() || done.isEmpty()) {
            return;
        }
        var target = store.getFolder(filed);
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            log.warn("The mailbox has no folder {}, and none could be made", filed);
            return;
        }
        var messages = done.toArray(Message[]::new);
        if (((IMAPStore) store).hasCapability("MOVE")) {
            from.moveMessages(messages, target);
        } else {
            from.copyMessages(messages, target);
            from.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            from.expunge(messages);
        }
    }
}
