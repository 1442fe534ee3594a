package org.redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Browser;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.correspondence.model.ShippedTemplate;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Matter;
import org.redress.manners.Rule;
import org.redress.testing.RedressTest;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class TemplatesIT {
    private static final Locale EN = Languages.ENGLISH;
    private static final Locale ZH = Languages.CHINESE;

    @Autowired
    ApplicationContext context;

    @Autowired
    MessageTemplates templates;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    Coach coach;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Merchants merchants;

    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(context);
    }

    @Test
    void every_template_of_the_product_reads_well_in_both_languages_whatever_is_known() {
        assertThat(templates.all(shop.merchant)).hasSize(ShippedTemplate.values().length);
        for (var template : templates.all(shop.merchant)) {
            for (var language : Languages.ALL) {
                var text = template.usable(language).orElseThrow();
                var full = templates.preview(shop.merchant, language, text.body(), true);
                assertThat(full.missing()).as(template.key()).isEmpty();
                assertThat(full.text())
                        .as(template.key())
                        .doesNotContain("{{", "}}")
                        .contains("A-10482");
                var sparse = templates.preview(shop.merchant, language, text.body(), false);
                assertThat(sparse.text())
                        .as(template.key())
                        .doesNotContain("{{", "}}", "\n\n\n")
                        .doesNotContainPattern("[:：]\n\n(?!•)|[:：]$")
                        .hasSizeGreaterThan(80);
                assertThat(text.name()).isNotBlank().hasSizeLessThanOrEqualTo(MessageTemplates.LONGEST_NAME);
            }
        }
    }

    @Test
    void the_coach_finds_nothing_that_hurts_or_cannot_be_kept_in_what_comes_with_the_product() {
        var found = new ArrayList<String>();
        for (var template : templates.all(shop.merchant)) {
            for (var language : Languages.ALL) {
                var text = template.usable(language).orElseThrow();
                for (boolean known : List.of(true, false)) {
                    var drafted = templates.preview(shop.merchant, language, text.body(), known);
                    var draft = new Draft(drafted.text(), language, text.purpose());
                    // What is not known yet cannot stand there, only some are written to say why, and an end has no
                    // date.
                    boolean whole = known
                            && text.body().contains("{{cause}}")
                            && !template.key().equals("closing");
                    coach.read(draft, madeUp(language, known)).stream()
                            .filter(advice -> whole || advice.rule().kind() != Rule.Kind.MISSING)
                            .map(advice -> "%s in %s: %s “%s”"
                                    .formatted(
                                            template.key(),
                                            language,
                                            advice.rule().name(),
                                            advice.said()))
                            .forEach(found::add);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private Matter madeUp(Locale language, boolean known) {
        var example = templates.example(shop.merchant, language);
        return new Matter(
                new Matter.Person(example.get(TemplateGap.CUSTOMER_NAME), null, null, List.of()),
                Set.of(example.get(TemplateGap.CLAIM_NUMBER), example.get(TemplateGap.ORDER_NUMBER)),
                List.of(example.get(TemplateGap.ORDERED), example.get(TemplateGap.CAME)),
                null,
                known,
                known,
                LocalDate.of(2026, 11, 23),
                null,
                null,
                Matter.Others.nobody());
    }

    @Test
    void a_draft_says_what_the_case_knows_in_its_language_and_what_it_lacks() {
        var claim = shop.filed();
        shop.offer(claim);
        shop.move(claim, Shop.AGENT, new ClaimCommand.RecordCause(CauseCode.PE_01, "Bob was in a hurry"));
        var drafted = templates.begin(agent(shop), claim.id(), "offer").drafted();
        assertThat(drafted.text())
                .contains(
                        claim.number(),
                        "You ordered “MUG-RED”, and “a blue mug” came instead.",
                        "How it happened: Another article was taken from the shelf",
                        "• Send the right goods (1 × MUG-RED)",
                        "£5.00")
                .doesNotContain("Bob", "{{", "So that it does not happen again");
        assertThat(drafted.missing())
                .containsExactly(Phrase.of("templates.missing.EVIDENCE"), Phrase.of("templates.missing.PREVENTION"));

        var chinese = shop.file("李雷", null, ZH).claim();
        var draft =
                templates.begin(agent(shop), chinese.id(), "acknowledgement").drafted();
        assertThat(draft.text()).contains(chinese.number(), "您订购的是“MUG-RED”，收到的却是“a blue mug”。", "“补寄");
        assertThat(draft.missing()).isEmpty();
    }

    @Test
    void those_that_fit_where_the_claim_stands_come_first() {
        var claim = shop.filed();
        assertThat(fitting(claim)).containsExactly("acknowledgement", "photo", "delay");
        var own = save(null, EN, "Ours", "Thanks, {{customer.name}}.", "", 0);
        shop.offer(claim);
        assertThat(fitting(claim)).containsExactly("offer", "doubts", own.template());
        assertThat(templates.forClaim(find(claim))).hasSize(ShippedTemplate.values().length + 1);
        var chinese = shop.file("李雷", null, ZH).claim();
        assertThat(templates.forClaim(chinese))
                .as("there is none of ours in Chinese")
                .hasSize(ShippedTemplate.values().length)
                .extracting(TemplateChoice::name)
                .contains("结案致谢");
    }

    @Test
    void nothing_written_is_overwritten_and_an_old_version_comes_back_as_a_new_one() {
        save("offer", EN, "Offer", "First", "", 0);
        save("offer", EN, "Offer", "Second", "", 1);
        assertThat(bodies("offer")).startsWith("Second", "First").hasSize(3);
        var restored = templates.restore(shop.merchant, "offer", EN, 1, 2, Shop.AGENT);
        assertThat(restored.number()).isEqualTo(3);
        assertThat(bodies("offer")).startsWith("First", "Second", "First").hasSize(4);
        templates.restore(shop.merchant, "offer", EN, TemplateVersion.SHIPPED, 3, Shop.AGENT);
        assertThat(bodies("offer").getFirst()).isEqualTo(bodies("offer").getLast());
        assertThat(templates.versions(shop.merchant, "offer", ZH))
                .as("the other language stays")
                .hasSize(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.run(
                        shop.merchant,
                        () -> jdbc.sql("UPDATE correspondence.template_version SET body = 'x'")
                                .update()));
    }

    @Test
    void of_two_who_write_at_once_the_second_hears_of_the_first() {
        save("offer", EN, "Offer", "First", "", 0);
        assertThat(refused(() -> save("offer", EN, "Offer", "Other", "", 0)).code())
                .isEqualTo("TEMPLATE_CHANGED");
        assertThat(refused(() -> save("offer", EN, "Offer", "Other", "", 7)).code())
                .isEqualTo("TEMPLATE_CHANGED");
        assertThat(bodies("offer")).startsWith("First").hasSize(2);
    }

    @Test
    void a_version_can_be_in_force_from_a_day_on() {
        var tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
        var later = save("offer", EN, "Offer", "Later", tomorrow.toString(), 0);
        assertThat(later.inForce())
                .isEqualTo(tomorrow.atStartOfDay(ZoneId.of("Europe/London")).toInstant());
        var template = templates.find(shop.merchant, "offer").orElseThrow();
        assertThat(template.in(EN).orElseThrow().latest()).isEqualTo(later);
        assertThat(template.usable(EN).orElseThrow().isShipped()).isTrue();
        save("offer", EN, "Offer", "Now", "", 1);
        assertThat(templates
                        .find(shop.merchant, "offer")
                        .orElseThrow()
                        .usable(EN)
                        .orElseThrow()
                        .body())
                .isEqualTo("Now");
    }

    @Test
    void a_retired_template_is_offered_to_nobody_until_it_is_restored() {
        var claim = shop.filed();
        templates.retire(shop.merchant, "photo", EN, 0, Shop.AGENT);
        assertThat(fitting(claim)).doesNotContain("photo");
        assertThat(refused(() -> templates.begin(agent(shop), claim.id(), "photo"))
                        .kind())
                .isEqualTo(Refusal.Kind.ABSENT);
        templates.restore(shop.merchant, "photo", EN, 0, 1, Shop.AGENT);
        assertThat(fitting(claim)).contains("photo");
    }

    @Test
    void what_is_hostile_is_refused_with_its_place_and_nothing_changes() {
        for (var body : List.of(
                "Hello\n{{customer.password}}",
                "{{#cause}}",
                "<script>alert(1)</script>",
                "a\0b",
                "x".repeat(100_000),
                "")) {
            var refusal = refused(() -> save("offer", EN, "Offer", body, "", 0));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.faults())
                    .isNotEmpty()
                    .allMatch(fault -> fault.pointer().equals("/body"));
        }
        var all = refused(() -> templates.save(
                shop.merchant,
                null,
                EN,
                new MessageTemplates.Form("a\nb", "SHOUT", "fine", "1.1.2027"),
                0,
                Shop.AGENT));
        assertThat(all.faults()).extracting(Refusal.Fault::pointer).containsExactly("/name", "/purpose", "/from");
        assertThat(refused(() -> save("nobody-knows", EN, "x", "x", "", 0)).kind())
                .isEqualTo(Refusal.Kind.ABSENT);
        assertThat(templates.all(shop.merchant)).hasSize(ShippedTemplate.values().length);
        assertThat(templates.versions(shop.merchant, "offer", EN)).hasSize(1);
    }

    /** Such as one whose gap a later release no longer fills. */
    @Test
    void a_text_that_can_no_longer_be_read_is_shown_as_it_stands_and_does_not_fail() {
        var claim = shop.filed();
        transactions.run(
                shop.merchant, () -> jdbc.sql("""
                        INSERT INTO correspondence.template_version
                        VALUES (?, 'offer', 'en', 1, 'Old', 'OFFER', 'Dear {{fax.number}}',
                                '{"@type": "Product"}', now() - interval '1 day', now() - interval '1 day', false)
                        """).param(shop.merchant.value()).update());
        var drafted = templates.begin(agent(shop), claim.id(), "offer").drafted();
        assertThat(drafted.text()).isEqualTo("Dear {{fax.number}}");
        assertThat(drafted.missing()).hasSize(1);
    }

    @Test
    void what_another_merchant_wrote_is_not_there() {
        var own = save(null, EN, "Ours", "Thanks.", "", 0);
        save("offer", EN, "Offer", "Ours only", "", 0);
        var claim = shop.filed();
        var other = new Shop(context);
        assertThat(templates.all(other.merchant)).hasSize(ShippedTemplate.values().length);
        assertThat(templates.find(other.merchant, own.template())).isEmpty();
        assertThat(templates.versions(other.merchant, own.template(), EN)).isEmpty();
        assertThat(templates.versions(other.merchant, "offer", EN)).hasSize(1);
        assertThat(refused(() -> templates.begin(agent(other), claim.id(), "offer"))
                        .kind())
                .isEqualTo(Refusal.Kind.ABSENT);
        var theirs = other.filed();
        assertThat(refused(() -> templates.begin(agent(other), theirs.id(), own.template()))
                        .kind())
                .isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refused(() -> templates.restore(other.merchant, own.template(), EN, 1, 1, Shop.AGENT))
                        .kind())
                .isEqualTo(Refusal.Kind.ABSENT);
        assertThat(transactions.<Integer>call(
                        other.merchant,
                        () -> jdbc.sql("SELECT count(*) FROM correspondence.template_version")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void the_script_gets_the_text_and_what_is_missing_and_without_scripts_the_composer_is_filled() {
        var demo = merchants.bySlug("demo").orElseThrow().id();
        var claim = shop.claims
                .file(demo, shop.filed().filing(), new Actor.Customer())
                .claim();
        var agent = new Browser(port).loggedIn("agent@example.com", "agent");
        var draft = "/desk/claims/" + claim.id() + "/messages/draft?template=";
        var text = agent.get(draft + "closing", "Accept", "application/json");
        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(text.body())
                .contains("Your claim " + claim.number() + " is closed", "\"missing\":[")
                .contains("The customer has not received anything yet.");
        assertThat(agent.get(draft + "nothing", "Accept", "application/json").statusCode())
                .isEqualTo(404);

        assertThat(agent.get(draft + "closing", "Accept", "text/html").body())
                .contains("<textarea", "Your claim " + claim.number() + " is closed")
                .contains("The customer has not received anything yet.", "id=\"coach\"");
        assertThat(agent.get(draft + "o%26%23f").statusCode()).isEqualTo(404);
        assertThat(agent.get("/desk/claims/" + new UUID(1, 2) + "/messages/draft?template=closing")
                        .statusCode())
                .isEqualTo(404);
        assertThat(agent.get("/desk/claims/nonsense/messages/draft?template=offer")
                        .statusCode())
                .isEqualTo(404);
        var admin = new Browser(port).loggedIn("admin@example.com", "admin");
        assertThat(admin.get(draft + "closing", "Accept", "application/json").statusCode())
                .as("who does not write to customers begins no message")
                .isEqualTo(403);
    }

    private List<String> fitting(Claim claim) {
        return templates.forClaim(find(claim)).stream()
                .filter(TemplateChoice::fits)
                .map(TemplateChoice::key)
                .toList();
    }

    private Claim find(Claim claim) {
        return shop.claims.find(shop.merchant, claim.id()).orElseThrow();
    }

    private List<String> bodies(String template) {
        return templates.versions(shop.merchant, template, EN).stream()
                .map(TemplateVersion::body)
                .toList();
    }

    private TemplateVersion save(
            @Nullable String template, Locale language, String name, String body, String from, int seen) {
        var before = Instant.now();
        var form = new MessageTemplates.Form(name, "OFFER", body, from);
        var saved = templates.save(shop.merchant, template, language, form, seen, Shop.AGENT);
        assertThat(saved.inForce()).isAfterOrEqualTo(before.minusSeconds(1));
        return saved;
    }

    private static Viewer agent(Shop shop) {
        return new Viewer(shop.merchant, Shop.AGENT, Set.of(Role.AGENT));
    }

    private static Refusal refused(Supplier<?> act) {
        try {
            throw new AssertionError(String.valueOf(act.get()));
        } catch (Refused refused) {
            return refused.refusal();
        }
    }
}
