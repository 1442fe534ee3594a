package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Sat, 28 Nov 2026 at 10:00, Hearth <help@shop.example> wrote:\n> Hello\n> there",
                "On Sat, 28 Nov 2026 at 10:00, Hearth & Harbour\n<help@shop.example> wrote:\n\n> Hello",
                "在 2026年11月28日，Hearth <help@shop.example> 写道：\n> 您好",
                "Hearth <help@shop.example> 于2026年11月28日周六 10:00写道：\n\n> 您好",
                "-----Original Message-----\nFrom: Hearth\nHello",
                "------------------ 原始邮件 ------------------\n发件人: \"Hearth\"\n您好",
                "________________________________\nFrom: Hearth\nHello",
                "From: Hearth <help@shop.example>\nSent: Saturday\nTo: Ada\nSubject: Our offer\n\nHello",
                "发件人：Hearth\n发送时间：2026年11月28日\n收件人：Ada\n主题：方案\n\n您好",
                "> Hello\n> there"
            })
    void what_mail_programs_put_below_is_cut_and_kept(String history) {
        var reply = Reply.of("Yes, please.\n\nAda\n\n" + history);
        assertThat(reply.written()).isEqualTo("Yes, please.\n\nAda");
        assertThat(reply.whole()).endsWith(history);
        assertThat(reply.isShorter()).isTrue();
    }

    @Test
    void an_answer_between_the_lines_is_all_there() {
        assertThat(Reply.of("""
                On 28 Nov 2026, at 10:00, Hearth <help@shop.example> wrote:
                > Which colour?

                Red.

                > And which size?
                Large.
                """).written()).isEqualTo("Red.\n\nLarge.");
    }

    @Test
    void words_that_only_look_like_it_stay() {
        var text = "On Monday the shop wrote: wait.\nFrom: my point of view\nit is 2 weeks now.";
        assertThat(Reply.of(text).written()).isEqualTo(text);
        assertThat(Reply.of(text).isShorter()).isFalse();
    }

    @Test
    void a_quotation_alone_says_nothing() {
        assertThat(Reply.of("> Hello").written()).isEmpty();
        assertThat(Reply.of("> Hello").whole()).isEqualTo("> Hello");
        assertThat(Reply.of("").whole()).isEmpty();
    }

    @Test
    void a_very_long_text_is_parted_at_once() {
        var text = "On 1 ".repeat(50_000) + "\n" + "写 ".repeat(50_000) + "\n" + "> x\n".repeat(50_000);
        assertThat(Reply.of(text).written()).startsWith("On 1 On 1");
    }
}
