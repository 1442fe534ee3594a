package org.redress.correspondence.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.access.Secret;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where answers to our mails arrive: {@code redress.mail.imap.address}; else the login at the mailbox, where that is an
 * address; else the address our mail comes from. Where the mailbox takes what stands behind a plus
 * ({@code redress.mail.imap.plus}), each mail asks to be answered to an address of its own.
 */
@Component
class AnswerAddress {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    /** RFC 5321, 4.5.3.1.1. */
    private static final int LONGEST_LOCAL = 64;

    private static final int MOST_TAGS = 10;

    private final ReturnAddress returnAddress;
    private final Optional<String> configured;
    private final boolean open;
    private final boolean plus;

    AnswerAddress(Environment settings, ReturnAddress returnAddress) {
        this.returnAddress = returnAddress;
        var named = settings.getProperty("redress.mail.imap.address", "").strip();
        if (!named.isEmpty() && !ReturnAddress.isAddress(named)) {
            throw new IllegalStateException(
                    "redress.mail.imap.address must be one plain e-mail address such as help@example.com, but is "
                            + named);
        }
        this.configured = Stream.of(
                        named,
                        settings.getProperty("redress.mail.imap.user", "").strip())
                .filter(ReturnAddress::isAddress)
                .findFirst();
        this.open = !settings.getProperty("redress.mail.imap.host", "").isBlank();
        this.plus = settings.getProperty("redress.mail.imap.plus", Boolean.class, false);
    }

    /** Whether anybody reads answers to our mails. */
    boolean isOpen() {
        return open;
    }

    String plain() {
        return configured.orElseGet(returnAddress::address);
    }

    /** A token of its own for a mail; empty where the mailbox takes the plain address only. */
    Optional<Secret> token() {
        var token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        var text = HexFormat.of().formatHex(token);
        return open && plus && local().length() + 1 + text.length() <= LONGEST_LOCAL
                ? Optional.of(new Secret(text))
                : Optional.empty();
    }

    String with(Secret token) {
        return local() + "+" + token.text() + "@" + domain();
    }

    /** What stands behind the plus wherever a mail of these recipients went to an address of ours. */
    List<String> tags(String recipients) {
        return Pattern.compile(
                        "(?i)(?<![\\w.+-])" + Pattern.quote(local()) + "\\+([\\w.-]{1,80})@" + Pattern.quote(domain()))
                .matcher(recipients)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    boolean isOurs(String address) {
        var said = address.toLowerCase(Locale.ROOT);
        return said.replaceFirst("\\+[^@]*@", "@").equalsIgnoreCase(plain())
                || said.equalsIgnoreCase(returnAddress.address());
    }

    private String local() {
        return plain().substring(0, plain().lastIndexOf('@'));
    }

    private String domain() {
        return plain().substring(plain().lastIndexOf('@') + 1);
    }
}
