package org.redress.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** Whether nobody but this machine can reach the server, and its database is its own; or what speaks against it. */
public enum Seclusion {
    SECLUDED,
    /** It listens on more than loopback. */
    REACHABLE,
    /** Behind a proxy, or known by a public address: loopback is no wall any more. */
    PUBLISHED,
    /** The database is somebody else's. */
    OTHERS_DATABASE;

    public static Seclusion of(Environment settings) {
        // An address of no letters is none: then the server listens everywhere.
        var bound = settings.getProperty("server.address", "").strip();
        if (bound.isEmpty() || !isLoopback(bound)) {
            return REACHABLE;
        }
        if (isPublished(settings)) {
            return PUBLISHED;
        }
        return settings.getProperty("redress.database.embedded", Boolean.class, false)
                        || settings.getProperty("redress.test-database", Boolean.class, false)
                ? SECLUDED
                : OTHERS_DATABASE;
    }

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
