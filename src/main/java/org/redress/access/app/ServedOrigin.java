package org.redress.access.app;

import org.redress.access.Origin;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Component
class ServedOrigin implements Origin {
    private final Environment settings;

    ServedOrigin(Environment settings) {
        this.settings = settings;
    }

    @Override
    public String url() {
        var configured = settings.getProperty("redress.origin", "").strip();
        if (!configured.isEmpty()) {
            return configured.replaceAll("/+$", "");
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? ServletUriComponentsBuilder.fromContextPath(request.getRequest())
                        .toUriString()
                : listening();
    }

    private String listening() {
        var scheme = settings.getProperty("redress.tls.certificate", "").isBlank() ? "http" : "https";
        var bound = settings.getProperty("server.address", "0.0.0.0");
        var host = bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        var port = settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
        return "%s://%s:%s".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
    }
}
