package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.redress.testing.Api;

/** A clear no as contract.md has it (RFC 9457). */
final class No {
    private No() {}

    /** @param code of the whole; its page is the type */
    static void says(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/type"))
                .isEqualTo("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.text("/detail")).isNotBlank().doesNotContain("{0}", "Exception");
        assertThat(answer.body().at("/errors").isArray()).isTrue();
    }

    /** The same for bad fields: one of them stands at the pointer. */
    static void names(Api.Answer answer, String pointer, String code) {
        says(answer, 422, "INVALID");
        assertThat(answer.body().at("/errors").values())
                .extracting(fault -> fault.at("/pointer").asString() + " "
                        + fault.at("/code").asString())
                .contains(pointer + " " + code);
        assertThat(answer.body().at("/errors").values())
                .allSatisfy(fault -> assertThat(fault.at("/message").asString()).isNotBlank());
    }
}
