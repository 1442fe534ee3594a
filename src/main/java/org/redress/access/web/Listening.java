package org.redress.access.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * TLS by PEM files ({@code REDRESS_TLS_CERTIFICATE}, {@code REDRESS_TLS_KEY}), or behind named proxies
 * ({@code REDRESS_PROXIES}: addresses and networks, parted by commas), whose {@code X-Forwarded-*} headers are believed.
 * Nobody else's are.
 */
@Component
class Listening implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Environment settings;

    Listening(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var certificate = setting("redress.tls.certificate");
        var key = setting("redress.tls.key");
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalStateException("TLS needs both files: REDRESS_TLS_CERTIFICATE and REDRESS_TLS_KEY");
        }
        if (!certificate.isEmpty()) {
            factory.setSsl(tls(certificate, key));
        }
        var proxies = setting("redress.proxies");
        if (!proxies.isEmpty()) {
            factory.addEngineValves(believing(proxies));
        }
    }

    private String setting(String name) {
        return settings.getProperty(name, "").strip();
    }

    private static Ssl tls(String certificate, String key) {
        var tls = new Ssl();
        tls.setCertificate(location(certificate));
        tls.setCertificatePrivateKey(location(key));
        return tls;
    }

    private static String location(String file) {
        return file.contains(":") ? file : "file:" + file;
    }

    static RemoteIpValve believing(String proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(networks(proxies));
        valve.setTrustedProxies(null);
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }

    /** A single address is a network of one. */
    private static String networks(String proxies) {
        return Arrays.stream(proxies.split("[,\\s]+"))
                .map(one -> one.contains("/") ? one : one + (one.contains(":") ? "/128" : "/32"))
                .collect(Collectors.joining(","));
    }
}
