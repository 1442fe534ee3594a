package org.redress.correspondence.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.correspondence.PostItem.Nature;

class MailReadingTest {
    private static final String HEAD = """
            From: Ada Lovelace <ada@example.com>
            To: help@shop.example
            Subject: The wrong mug
            Message-ID: <a1@example.com>
            Date: Sat, 28 Nov 2026 10:00:00 +0000
            MIME-Version: 1.0
            """;

    private static ReceivedMail read(byte[] source) {
        try {
            return MailReading.of(new SharedByteArrayInputStream(source), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] crlf(String text, Charset charset) {
        return text.replace("\n", "\r\n").getBytes(charset);
    }

    private static ReceivedMail read(String source) {
        return read(crlf(source, UTF_8));
    }

    private static byte[] mail(String contentType, byte[] body) {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(crlf(HEAD + "Content-Type: " + contentType + "\n\n", UTF_8));
        mail.writeBytes(body);
        return mail.toByteArray();
    }

    @Test
    void a_plain_mail_is_read_as_it_was_written() {
        var mail = read(HEAD + "Content-Type: text/plain; charset=utf-8\n\nHello,\n\nthe wrong mug came — sorry.\n");
        assertThat(mail.sender()).isEqualTo(new ReceivedMail.Sender("ada@example.com", "Ada Lovelace"));
        assertThat(mail.subject()).isEqualTo("The wrong mug");
        assertThat(mail.messageId()).isEqualTo("<a1@example.com>");
        assertThat(mail.sentAt()).isEqualTo("2026-11-28T10:00:00Z");
        assertThat(mail.text().written()).isEqualTo("Hello,\n\nthe wrong mug came — sorry.");
        assertThat(mail.nature()).isEqualTo(Nature.PERSON);
        assertThat(mail.whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GBK", "gb18030", "x-unknown", "no-such-charset", "\"utf-8", "us-ascii"})
    void chinese_in_gb18030_is_read_whatever_its_charset_is_called(String called) {
        var text = "您好，收到的杯子颜色不对，订单号 SO-1001，龘字也在里面。";
        var mail = read(mail("text/plain; charset=" + called, text.getBytes(Charset.forName("GB18030"))));
        assertThat(mail.text().written()).isEqualTo(text);
    }

    @Test
    void japanese_in_iso_2022_jp_and_utf_8_under_a_wrong_name_are_read() {
        var text = "違うカップが届きました。";
        assertThat(read(mail("text/plain; charset=ISO-2022-JP", text.getBytes(Charset.forName("ISO-2022-JP"))))
                        .text()
                        .written())
                .isEqualTo(text);
        assertThat(read(mail("text/plain; charset=us-ascii", text.getBytes(UTF_8)))
                        .text()
                        .written())
                .isEqualTo(text);
        assertThat(read(mail("text/plain; charset=iso-8859-1", "Größe “M”".getBytes(Charset.forName("windows-1252"))))
                        .text()
                        .written())
                .isEqualTo("Größe “M”");
    }

    @Test
    void a_subject_in_encoded_words_cut_within_a_character_is_one_text() {
        var bytes = "错误的杯子".getBytes(Charset.forName("GB18030"));
        var first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 3));
        var second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 3, bytes.length));
        assertThat(WrittenText.ofHeader("Re: =?gb2312?B?%s?=\r\n =?gb2312?B?%s?=".formatted(first, second), 300))
                .isEqualTo("Re: 错误的杯子");
        assertThat(WrittenText.ofHeader("=?utf-8?Q?Caf=C3=A9_=3Cscript=3E?= now", 300))
                .isEqualTo("Café <script> now");
        assertThat(WrittenText.ofHeader("=?nowhere?B?!!!?= =?utf-8?Q?=ZZ?=", 300))
                .isNotNull();
        assertThat(WrittenText.ofHeader(new String("杯子".getBytes(UTF_8), ISO_8859_1), 300))
                .isEqualTo("杯子");
    }

    @Test
    void nothing_in_a_header_breaks_a_line_or_turns_the_reading_direction() {
        var subject = "=?utf-8?B?%s?="
                .formatted(Base64.getEncoder()
                        .encodeToString(
                                "Hi\r\nBcc: all@example.com\0 \u202Egpj.exe \u2066x\u2069 שלום".getBytes(UTF_8)));
        assertThat(WrittenText.ofHeader(subject, 300)).isEqualTo("Hi Bcc: all@example.com gpj.exe x שלום");
    }

    @Test
    void of_two_versions_the_plain_one_is_read_and_html_where_there_is_no_other() {
        var both = read(HEAD + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Plain words
                --b
                Content-Type: text/html

                <p>Rich words</p>
                --b--
                """);
        assertThat(both.text().written()).isEqualTo("Plain words");
        var html = read(HEAD + """
                Content-Type: text/html; charset=utf-8

                <html><head><title>T</title><style>p {}</style></head><body><script>alert(1)</script>
                <p>The <b>wrong</b>&nbsp;mug<br>came</p><div style="display: none">hidden</div><ul><li>one<li>two</ul>
                <img src="x" onerror="alert(2)"><blockquote type=cite><p>You wrote this</p></blockquote></body></html>
                """);
        assertThat(html.text().written()).isEqualTo("The wrong mug\ncame\n• one\n• two");
        assertThat(html.text().whole()).contains("> You wrote this").doesNotContain("alert", "hidden", "<");
    }

    @Test
    void files_are_named_and_opened_one_by_one_and_a_logo_in_the_text_is_told_from_a_photo() throws Exception {
        var photo = new byte[9_000];
        new Random(1).nextBytes(photo);
        var mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/related; boundary=inner

                --inner
                Content-Type: text/html

                <p>See <img src="cid:1"></p>
                --inner
                Content-Type: image/png; name="logo.png"
                Content-ID: <1>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --inner
                Content-Type: image/jpeg
                Content-ID: <2>
                Content-Transfer-Encoding: base64

                %s
                --inner--
                --outer
                Content-Type: application/pdf; name="=?utf-8?B?5Y+R56WoLnBkZg==?="
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --outer
                Content-Type: image/jpeg; name="..\\..\\x/y.jpg"
                Content-Disposition: attachment

                --outer--
                """.formatted(Base64.getMimeEncoder().encodeToString(photo)));
        assertThat(mail.text().written()).isEqualTo("See");
        assertThat(mail.attachments())
                .extracting(ReceivedMail.Attachment::name)
                .containsExactly("logo.png", "image/jpeg", "发票.pdf", "....x_y.jpg");
        assertThat(mail.attachments())
                .extracting(ReceivedMail.Attachment::isDecoration)
                .containsExactly(true, false, false, false);
        for (int time = 0; time < 2; time++) {
            try (var content = mail.attachments().get(1).content().open()) {
                assertThat(content.readAllBytes()).isEqualTo(photo);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed\n\nno boundary at all\n",
                "Content-Type: multipart/mixed; boundary=\"\n\n--x\n\nbroken\n",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n!!!!",
                "Content-Type: ;;;\nContent-Transfer-Encoding: rot13\n\nhello\n",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nnot base64 at all €\n",
                "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=4=\n",
                "Content-Type: message/rfc822\n\n",
                "Content-Type: multipart/alternative; boundary=b\n\n--b--\n",
                "no header here\n\n",
                ""
            })
    void whatever_is_broken_something_is_read(String rest) throws Exception {
        var mail = read(HEAD + rest);
        assertThat(mail.subject()).isEqualTo("The wrong mug");
        for (var file : mail.attachments()) {
            assertThatCode(() -> {
                        try (var content = file.content().open()) {
                            content.readAllBytes();
                        } catch (IOException breaksOff) {
                            assertThat(breaksOff).isNotNull();
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noise_is_no_fault_of_ours() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            assertThat(read(noise).text()).isNotNull();
        }
    }

    @Test
    void headers_that_repeat_themselves_without_end_are_read_all_the_same() {
        var endless =
                read(HEAD + "Content-Language: en" + "-aa".repeat(20_000) + "\nContent-Type: text/plain\n\nHello\n");
        assertThat(endless.language()).isNull();
        assertThat(endless.text().written()).isEqualTo("Hello");

        var reports = DeliveryReport.of(
                "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n" + " more\n".repeat(50_000));
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.said()).startsWith("550 no more more"));
    }

    @Test
    void parts_within_parts_come_to_an_end() {
        var mail = new StringBuilder(HEAD);
        for (int depth = 0; depth < 200; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(depth, depth));
        }
        var read = read(mail + "Content-Type: text/plain\n\ndeep\n");
        assertThat(read.whole()).isFalse();
        var wide = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 3_000; i++) {
            wide.append("--b\nContent-Type: image/png\n\nx\n");
        }
        assertThat(read(wide.toString()).attachments()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void five_hundred_recipients_are_no_trouble_and_two_senders_are_none() {
        var many = new StringBuilder("help@shop.example");
        for (int i = 0; i < 500; i++) {
            many.append(",\n user").append(i).append("@example.com");
        }
        var mail = read(HEAD.replace("To: help@shop.example", "To: " + many) + "\nHello\n");
        assertThat(mail.recipients()).contains("help@shop.example", "user499@example.com");
        assertThat(mail.text().written()).isEqualTo("Hello");
        assertThat(read(HEAD.replace("From: Ada Lovelace <ada@example.com>", "From: a@example.com, b@example.com")
                                + "\nHi\n")
                        .sender())
                .isNull();
        assertThat(read(HEAD.replace("From: Ada Lovelace <ada@example.com>", "From: undisclosed") + "\nHi\n")
                        .sender())
                .isNull();
    }

    @Test
    void nul_and_control_characters_are_gone_and_an_empty_mail_is_empty() {
        assertThat(read(mail("text/plain", "a\0b\u0007c\u001b[31m\td".getBytes(UTF_8)))
                        .text()
                        .written())
                .isEqualTo("abc[31m\td");
        assertThat(read(HEAD + "\n").text().written()).isEmpty();
        assertThat(read(HEAD + "\nשלום، كوب خاطئ\n").text().written()).isEqualTo("שלום، كوب خاطئ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (vacation)",
                "Precedence: bulk",
                "X-Autoreply: yes",
                "List-Id: <news.example.com>",
                "Return-Path: <>",
                "Subject: Automatic reply: The wrong mug",
                "Subject: 自动回复：The wrong mug"
            })
    void a_program_is_known_by_its_headers(String header) {
        var head = header.startsWith("Subject") ? HEAD.replaceFirst("Subject: .*\n", "") : HEAD;
        assertThat(read(head + header + "\n\nI am away.\n").nature()).isEqualTo(Nature.AUTOMATIC);
        assertThat(read(HEAD + "Auto-Submitted: no\n\nI am here.\n").nature()).isEqualTo(Nature.PERSON);
    }

    @Test
    void a_report_says_what_became_of_which_mail() {
        var mail = read("""
                From: Mail Delivery <mailer-daemon@mx.example>
                To: help@shop.example
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                I am sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ada@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                 No such user
                --b
                Content-Type: message/rfc822

                Message-ID: <0190-1@shop.example>
                Subject: Our offer

                Hello
                --b--
                """);
        assertThat(mail.nature()).isEqualTo(Nature.REPORT);
        assertThat(mail.reports())
                .containsExactly(new DeliveryReport(DeliveryReport.Action.FAILED, "550 5.1.1 No such user"));
        assertThat(mail.reported()).containsExactly("<0190-1@shop.example>");
    }

    @Test
    void the_same_mail_by_another_way_has_the_same_fingerprint_and_another_mail_has_not() {
        var mail = HEAD + "\nHello\n";
        assertThat(read("Received: from a by b\nDelivered-To: x@example.com\n" + mail)
                        .fingerprint())
                .isEqualTo(read(mail).fingerprint());
        assertThat(read(mail + "!").fingerprint()).isNotEqualTo(read(mail).fingerprint());
        assertThat(read(mail.replace("a1@", "a2@")).fingerprint())
                .isNotEqualTo(read(mail).fingerprint());
    }

    @Test
    void what_is_answered_is_named_the_nearest_first() {
        var mail = read(HEAD + "References: <1@x> <2@x>\n <3@x>\nIn-Reply-To: <3@x>\n\nYes\n");
        assertThat(mail.references()).containsExactly("<3@x>", "<2@x>", "<1@x>");
    }
}
