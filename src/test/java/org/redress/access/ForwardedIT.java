package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@RedressTest
class ForwardedIT {
    @LocalServerPort
    int port;

    @Test
    void without_a_named_proxy_forwarded_headers_are_not_believed() {
        var answer = new Browser(port).get("/login", "X-Forwarded-Proto", "https", "Forwarded", "proto=https");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }
}
