package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(Probe.class)
class FirstAnswersIT {
    private static final String KEY = "Idempotency-Key";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant;
    private Program program;
    private final UUID claim = UUID.randomUUID();
    private final String path = "/api/v1/probe/" + claim;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void cast() {
        var cast = new Cast(context);
        merchant = cast.merchant();
        program = new Program(port, cast.key(merchant, Role.AGENT));
    }

    private long effects() {
        return transactions.call(
                merchant,
                () -> jdbc.sql("SELECT count(*) FROM access.customer_link WHERE merchant_id = ? AND claim_id = ?")
                        .params(merchant.value(), claim)
                        .query(Long.class)
                        .single());
    }

    @Test
    void the_same_key_and_body_returns_the_first_answer_and_has_one_effect() {
        var first = program.post(path, "{\"a\":1}", KEY, key);
        var second = program.post(path, "{\"a\":1}", KEY, key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("/track/");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"))
                .isPresent();
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(effects()).isOne();
    }

    @Test
    void without_a_key_each_post_counts() {
        program.post(path, "{}");
        program.post(path, "{}");
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void the_same_key_with_another_body_or_address_is_422_and_changes_nothing() {
        program.post(path, "{\"a\":1}", KEY, key);
        var otherBody = program.post(path, "{\"a\":2}", KEY, key);
        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(program.post(path + "?x=1", "{\"a\":1}", KEY, key).statusCode())
                .isEqualTo(422);
        assertThat(program.post(path + "/refusal", "{\"a\":1}", KEY, key).statusCode())
                .isEqualTo(422);
        assertThat(effects()).isOne();
    }

    @Test
    void another_merchant_s_use_of_the_key_is_its_own() {
        var cast = new Cast(context);
        var other = new Program(port, cast.key(cast.merchant(), Role.AGENT));
        var first = program.post(path, "{}", KEY, key);
        var theirs = other.post(path, "{}", KEY, key);
        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.body()).isNotEqualTo(first.body());
    }

    @Test
    void a_refusal_undoes_everything_and_frees_the_key() {
        var refused = program.post(path + "/refusal", "{}", KEY, key);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"PROBE\"");
        assertThat(effects()).isZero();
        assertThat(program.post(path, "{}", KEY, key).statusCode()).isEqualTo(201);
        assertThat(effects()).isOne();
    }

    @Test
    void a_fault_undoes_everything_and_frees_the_key() {
        assertThat(program.post(path + "/fault", "{}", KEY, key).statusCode()).isEqualTo(500);
        assertThat(effects()).isZero();
        assertThat(program.post(path, "{}", KEY, key).statusCode()).isEqualTo(201);
    }

    @Test
    void a_call_without_the_role_does_not_use_the_key_up() {
        var weak = new Program(port, new Cast(context).key(merchant, Role.INTEGRATOR));
        assertThat(weak.post(path, "{}", KEY, key).statusCode()).isEqualTo(403);
        assertThat(program.post(path, "{}", KEY, key).statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_that_is_empty_too_long_or_not_visible_ascii_is_422() {
        for (var bad : new String[] {"", "x".repeat(256), "with space"}) {
            var answer = program.post(path, "{}", KEY, bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(422);
            assertThat(answer.body()).contains("IDEMPOTENCY_KEY_INVALID");
        }
        assertThat(program.post(path, "{}", KEY, "one", KEY, "two").statusCode())
                .isEqualTo(422);
        assertThat(effects()).isZero();
        assertThat(program.post(path, "{}", KEY, "x".repeat(255)).statusCode()).isEqualTo(201);
    }

    @Test
    void of_many_calls_at_once_with_one_key_exactly_one_has_an_effect_and_all_get_its_answer() throws Exception {
        var callers = 40;
        var start = new CyclicBarrier(callers);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                Callable<HttpResponse<String>> call = () -> {
                    start.await();
                    return program.post(path, "{}", KEY, key);
                };
                answers.add(threads.submit(call));
            }
        }
        var first = answers.getFirst().get();
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().body()).isEqualTo(first.body());
        }
        assertThat(effects()).isOne();
    }

    @Test
    void a_repeated_upload_is_the_same_even_with_another_boundary_but_not_with_another_file() {
        var photo = "x".repeat(300_000);
        var first = upload("one", photo);
        var again = upload("two", photo);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("300000");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(upload("two", photo + "y").statusCode()).isEqualTo(422);
        assertThat(effects()).isOne();
    }

    @Test
    void a_broken_upload_with_a_key_is_400() {
        var answer = program.send(
                path + "/file",
                BodyPublishers.ofString("--one\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a"),
                "Content-Type",
                "multipart/form-data; boundary=one",
                KEY,
                key);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(effects()).isZero();
    }

    private HttpResponse<String> upload(String boundary, String content) {
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return program.send(
                path + "/file",
                BodyPublishers.ofString(body),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                KEY,
                key);
    }
}
