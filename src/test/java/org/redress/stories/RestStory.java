package org.redress.stories;

import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With the sample key, on the embedded database. */
@RedressTest
class RestStory extends ClaimsOverRest {
    @LocalServerPort
    int port;

    @Override
    int port() {
        return port;
    }

    @Override
    String key() {
        return Api.SAMPLE_KEY;
    }
}
