package org.redress.correspondence.app;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.access.Origin;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address our mail comes from: {@code redress.mail.from}; else the login at the mail server, where that is an
 * address; else {@code no-reply} at the host that customers visit.
 */
@Component
class ReturnAddress {
    private final Optional<String> configured;
    private final Origin origin;

    ReturnAddress(Environment settings, Origin origin) {
        var named = settings.getProperty("redress.mail.from", "").strip();
        if (!named.isEmpty() && !isAddress(named)) {
            throw new IllegalStateException(
                    "redress.mail.from must be one plain e-mail address such as help@example.com, but is " + named);
        }
        this.configured = Stream.of(
                        named, settings.getProperty("spring.mail.username", "").strip())
                .filter(ReturnAddress::isAddress)
                .findFirst();
        this.origin = origin;
    }

    String address() {
        return configured.orElseGet(() -> "no-reply@" + host());
    }

    /** What makes our Message-IDs ours. */
    String domain() {
        var address = address();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private String host() {
        var host = URI.create(origin.url()).getHost();
        return host == null || !isAddress("no-reply@" + host) || host.matches("[0-9.]+") ? "localhost" : host;
    }

    /** One address, and nothing that could end a header line. */
    static boolean isAddress(String text) {
        try {
            if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
                return false;
            }
            var address = new InternetAddress(text, true);
            address.validate();
            return text.equals(address.getAddress()) && text.indexOf('@') > 0;
        } catch (AddressException notAnAddress) {
            return false;
        }
    }
}
