package org.redress.manners.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.manners.Matter;
import org.redress.manners.Matter.Others;
import org.redress.manners.Matter.Person;

class SecretsTest {
    private static final Person ANNA = new Person(
            "Anna Whitfield",
            "anna.whitfield@post.example",
            "07700 900456",
            List.of("12 Mill Lane", "Leeds", "LS1 4AB"));
    private static final Person XIAOMEI =
            new Person("王小梅", "wangxm@post.example", "13912345678", List.of("浙江省杭州市西湖区文三路88号5幢502室"));
    private static final Matter SWAP = Matters.with(
            new Others(List.of(ANNA, XIAOMEI), Set.of("HE-20032", "JD0002233445566"), Set.of("Piotr Nowak", "李建国")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your mug was sent to Mrs Whitfield in Mill Lane.",
                "Your mug went to Hannah, 146 Sparrow Walk.",
                "It lies in LS9 5JV now.",
                "Your claim hangs together with P9VX-46MT.",
                "您的杯子寄到文三路的王女士那里了。",
                "您的杯子寄给了住在半山路99号的人。",
                "她的微信号是 gaoxw1988。",
            })
    void what_looks_like_somebodys_whom_nobody_here_knows_is_asked_about(String draft) {
        assertThat(Secrets.find(Text.of(draft), Matters.with(Others.nobody())))
                .isNotEmpty()
                .noneMatch(Secrets.Leak::sure);
    }

    @Test
    void the_customers_own_street_is_theirs_whatever_words_run_into_it() {
        var own = Matters.with(XIAOMEI, List.of(), null, Others.nobody());
        assertThat(Secrets.find(Text.of("明天送到文三路88号。"), own)).isEmpty();
        assertThat(Secrets.find(Text.of("明天送到半山路99号。"), own)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Mrs Miller,\nthank you.",
                "Please send it back to our warehouse, 5 Harbour Road.",
                "请寄回我们的仓库：港口路5号。",
                "尊敬的王女士，您好！",
                "We miss Paris, and you.",
                "It is well-made and 2024-like.",
            })
    void whom_one_greets_and_our_own_house_are_nobodys_secret(String draft) {
        assertThat(Secrets.find(Text.of(draft), Matters.with(Others.nobody()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Whitfield",
                "ANNA WHITFIELD",
                "Whitfield, Anna",
                "anna-whitfield",
                "annawhitfield",
                "A n n a  W h i t f i e l d",
                "Ａｎｎａ Ｗｈｉｔｆｉｅｌｄ",
                "An\u200Bna Whit\u00ADfield",
                "Änna Whitfield",
                "Mrs Whitfield",
                "Ms. Whitfield",
                "the Whitfields",
                "A. Whitfield",
                "Anna W.",
                "A*** W****",
                "Anna",
                "12 Mill Lane",
                "Mill Ln",
                "mill lane",
                "Leeds",
                "LS1 4AB",
                "ls14ab",
                "LS1",
                "07700 900456",
                "+44 7700 900-456",
                "0044 7700 900 456",
                "０７７００９００４５６",
                "0770****456",
                "a phone that ends in 456",
                "anna.whitfield@post.example",
                "ANNA.WHITFIELD ＠ POST.EXAMPLE",
                "anna.whitfield at post dot example",
                "anna dot whitfield at post dot example",
                "a***d@post.example",
                "王小梅",
                "王 小 梅",
                "王女士",
                "小王那里",
                "小梅",
                "王*梅",
                "王**",
                "王某",
                "姓王的客人",
                "文三路",
                "杭州市西湖区",
                "139 1234 5678",
                "139****5678",
                "139XXXX5678",
                "一三九一二三四五六七八",
                "尾号5678"
            })
    void another_customer_is_found_however_they_are_written(String said) {
        assertThat(rules("It went to " + said + ", we think.")).containsExactly("LEAKS_CUSTOMER");
        assertThat(rules("东西在" + said + "，我们想。")).containsExactly("LEAKS_CUSTOMER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HE-20032",
                "he20032",
                "HE 200 32",
                "H E - 2 0 0 3 2",
                "ＨＥ－２００３２",
                "20032",
                "HE-2**32",
                "JD00 0223 3445 566",
                "二〇〇三二",
                "a number ending in 0032",
                "尾号5566",
                "HE-20099",
                "RR123456789GB",
                "SF1234567890123"
            })
    void numbers_of_others_and_of_nobody_known_are_found(String said) {
        assertThat(rules("It is in " + said + ", we think.")).containsExactly("LEAKS_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Piotr", "Mr Nowak", "NOWAK", "P. Nowak", "李建国", "李师傅", "小李", "建国"})
    void colleagues_are_found(String said) {
        assertThat(rules("那是 " + said + " 做的。")).containsExactly("LEAKS_COLLEAGUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger@elsewhere.example", "020 7946 0958", "15900001111", "0571-88881234"})
    void what_belongs_to_nobody_we_know_belongs_to_somebody(String said) {
        assertThat(rules("Try " + said + " instead.")).containsExactly("LEAKS_CUSTOMER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Ms Hughes, Carol, HE-20031 and RC 7781 go to 4 Elm Road, York, YO1 7HH.",
                "We ring you on 07700 900123 or +44 7700 900123, or write to carol.hughes@mail.example.",
                "Our shop: 0800 123 4567, 400-800-1234, help@shop.example.",
                "It left our Leeds depot on 25 November 2026 at 10:30 and weighs 1.250 kg.",
                "It left the warehouse in Leeds. 包裹从杭州仓发出。",
                "Our Leeds shop and the Leeds team pack it. 我们杭州的工作室。",
                "Hannah and annals; whitfielding; he 200 times 32.",
                "Kind regards,\nAnna",
                "此致\n小王",
                "We refund £12.50 to the card that ends in 4242.",
                "2026-11-25, 25/11/2026, 3 to 5 days, 1,000,000 thanks"
            })
    void what_is_the_customers_own_or_nobodys_is_no_leak(String text) {
        assertThat(Secrets.find(Text.of(text), SWAP)).isEmpty();
    }

    @Test
    void an_article_may_be_called_as_somebody_is_but_a_title_tells_that_a_person_is_meant() {
        var baker = new Person("George Baker", null, null, List.of());
        var matter = Matters.with(
                new Person("Mary Rose", null, null, List.of()),
                List.of("Baker kettle", "小红炖锅"),
                null,
                new Others(List.of(baker, new Person("王小红", null, null, List.of())), Set.of(), Set.of()));
        assertThat(Secrets.find(Text.of("The Baker kettle, the Baker. 小红炖锅"), matter))
                .isEmpty();
        assertThat(Secrets.find(Text.of("Mr Baker has the Baker kettle"), matter))
                .hasSize(1);
        assertThat(Secrets.find(Text.of("George has the Baker kettle"), matter)).hasSize(1);
        assertThat(Secrets.find(Text.of("小红炖锅在王小红那里"), matter)).hasSize(1);
    }

    @Test
    void a_surname_that_the_customer_shares_is_theirs() {
        var matter = Matters.with(
                new Person("Tom Baker", null, null, List.of()),
                List.of(),
                null,
                new Others(List.of(new Person("George Baker", null, null, List.of())), Set.of(), Set.of()));
        assertThat(Secrets.find(Text.of("Dear Mr Baker, dear Tom Baker"), matter))
                .isEmpty();
        assertThat(Secrets.find(Text.of("It went to G. Baker"), matter)).hasSize(1);
        assertThat(Secrets.find(Text.of("It went to George"), matter)).hasSize(1);
    }

    @Test
    void a_name_that_is_a_word_counts_where_it_has_a_capital() {
        var grace = new Person("Grace Long", null, null, List.of());
        var matter = Matters.with(new Others(List.of(grace), Set.of(), Set.of()));
        assertThat(Secrets.find(Text.of("It took long, and you bore it with grace."), matter))
                .isEmpty();
        assertThat(Secrets.find(Text.of("It was Grace who has it."), matter)).hasSize(1);
        assertThat(Secrets.find(Text.of("It was grace long who has it; Grace Long."), matter))
                .hasSize(1);
    }

    private static Set<String> rules(String text) {
        return Secrets.find(Text.of(text), SWAP).stream()
                .map(Secrets.Leak::rule)
                .collect(Collectors.toSet());
    }
}
