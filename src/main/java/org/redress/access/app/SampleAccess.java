package org.redress.access.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether the sample logins and the sample key are in force: everyone knows them, so only while nobody but this machine
 * can reach the server and its database is its own. Asked at each login, because a server may be bound elsewhere later.
 */
@Component
class SampleAccess {
    private final boolean inForce;

    SampleAccess(Environment settings) {
        inForce = isLoopback(settings.getProperty("server.address", "0.0.0.0"))
                && !isPublished(settings)
                && (settings.getProperty("redress.database.embedded", Boolean.class, false)
                        || settings.getProperty("redress.test-database", Boolean.class, false));
    }

    boolean inForce() {
        return inForce;
    }

    /** Behind a proxy, or known by a public address, loopback is no wall any more. */
    private static boolean isPublished(Environment settings) {
        var origin = settings.getProperty("redress.origin", "").strip();
        return !settings.getProperty("redress.proxies", "").isBlank() || (!origin.isEmpty() && !isLoopbackUrl(origin));
    }

    private static boolean isLoopbackUrl(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host != null && isLoopback(host);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
