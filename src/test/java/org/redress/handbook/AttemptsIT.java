package org.redress.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.CauseCode;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Conclusion;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.handbook.model.Draw;
import org.redress.handbook.store.AttemptTable;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.ui.Guide;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tests of the handbook are taken, by each for themselves. */
@RedressTest
class AttemptsIT {
    private static final String PASSWORD = "a few words in a row";
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam Okafor");

    /** What is fetched by a page, or leads to one. */
    private static final List<String> NO_SCREENS = List.of(
            "/desk/handbook", "/desk/live", "/desk/slip-code", "/desk/evidence/", "/desk/exports/", "/admin/exports/");

    @LocalServerPort
    int port;

    @Autowired
    Attempts attempts;

    @Autowired
    AttemptTable table;

    @Autowired
    Handbook handbook;

    @Autowired
    Guide guide;

    @Autowired
    List<CaseStudies> studies;

    @Autowired
    Claims claims;

    @Autowired
    Products products;

    @Autowired
    Orders orders;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    MerchantId merchant = new MerchantId(new UUID(0, 0));
    Viewer jo = new Viewer(merchant, new Actor.Product(), Set.of());
    Viewer li = jo;

    @BeforeEach
    void found() {
        merchant = OwnMerchant.found(merchants);
        jo = viewer("Jo Park", Role.AGENT);
        li = viewer("Li Wei", Role.SUPERVISOR);
    }

    private Viewer viewer(String name, Role role) {
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", name, Set.of(role));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        var account = accounts.all(merchant).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Viewer(merchant, new Actor.Staff(account.id(), name), Set.of(role));
    }

    private String email(UUID account) {
        return accounts.all(merchant).stream()
                .filter(one -> one.id().equals(account))
                .findFirst()
                .orElseThrow()
                .email();
    }

    private Attempt answered(Viewer viewer, String chapter, int wrong) {
        var attempt = attempts.begin(viewer, chapter);
        for (int i = 0; i < Attempt.QUESTIONS; i++) {
            var drawn = attempt.questions().get(i);
            int option = i < wrong ? (drawn.right() + 1) % drawn.choices() : drawn.right();
            attempt = attempts.answer(viewer, attempt.id(), i, option);
        }
        return attempt;
    }

    @Test
    void four_right_answers_pass_and_three_do_not() {
        assertThat(answered(jo, "why", 2).isPassed()).isFalse();
        assertThat(attempts.progress(jo)).containsExactly(Map.entry("why", Attempts.Progress.READ));
        assertThat(answered(jo, "why", 1).isPassed()).isTrue();
        assertThat(attempts.progress(jo)).containsExactly(Map.entry("why", Attempts.Progress.PASSED));
    }

    @Test
    void who_begins_twice_goes_on_with_the_same_test() throws Exception {
        Callable<Attempt> begin = () -> attempts.begin(jo, "process");
        try (var together = Executors.newFixedThreadPool(4)) {
            var begun = together.invokeAll(List.of(begin, begin, begin, begin)).stream()
                    .map(each -> each.resultNow().id())
                    .distinct();
            assertThat(begun).hasSize(1);
        }
    }

    @Test
    void an_answer_counts_once_and_cannot_be_changed() {
        var attempt = attempts.begin(jo, "why");
        var first = attempt.questions().getFirst();
        int wrong = (first.right() + 1) % first.choices();
        attempts.answer(jo, attempt.id(), 0, wrong);
        var again = attempts.answer(jo, attempt.id(), 0, first.right());
        assertThat(again.answers()).containsExactly(wrong);
    }

    @Test
    void what_was_not_asked_cannot_be_answered() {
        var attempt = attempts.begin(jo, "why");
        for (var forged : List.of(List.of(1, 0), List.of(5, 0), List.of(-1, 0), List.of(0, 9), List.of(0, -1))) {
            assertThatThrownBy(() -> attempts.answer(jo, attempt.id(), forged.getFirst(), forged.getLast()))
                    .isInstanceOf(Refused.class);
        }
        assertThat(attempts.find(jo, attempt.id()).orElseThrow().answers()).isEmpty();
        assertThatThrownBy(() -> attempts.begin(jo, "no-such-chapter")).isInstanceOf(Refused.class);
    }

    @Test
    void a_test_that_asks_what_the_handbook_does_not_hold_any_more_is_begun_anew() {
        var account = ((Actor.Staff) jo.actor()).account();
        var old = new Attempt(
                UUID.randomUUID(),
                account,
                "why",
                7,
                List.of(new Drawn.FromBank("no-longer-asked", List.of(0, 1, 2), 0)),
                List.of(),
                Instant.now(),
                null);
        transactions.run(merchant, () -> table.add(merchant, old));
        assertThat(attempts.find(jo, old.id())).isEmpty();
        var begun = attempts.begin(jo, "why");
        assertThat(begun.id()).isNotEqualTo(old.id());
        assertThat(begun.questions()).hasSize(Attempt.QUESTIONS);
        assertThat(attempts.begin(jo, "why").id()).isEqualTo(begun.id());
    }

    @ParameterizedTest
    @CsvSource({"en, This question is not asked any more, 4 of 5 answers were right", "zh-CN, 这道题已不再使用, 5 道题答对 4 道"})
    void a_result_stays_when_the_handbook_does_not_hold_a_question_any_more(
            String language, String gone, String score) {
        var account = ((Actor.Staff) jo.actor()).account();
        var kept = attempts.begin(li, "why").questions();
        var questions = Stream.concat(
                        Stream.of(new Drawn.FromBank("no-longer-asked", List.of(0, 1, 2), 0)),
                        kept.stream().limit(4))
                .toList();
        var old = new Attempt(UUID.randomUUID(), account, "why", 7, questions, List.of(), Instant.now(), null);
        transactions.run(merchant, () -> {
            table.add(merchant, old);
            for (int i = 0; i < questions.size(); i++) {
                table.answer(
                        merchant, old.id(), i, i == 0 ? 1 : questions.get(i).right());
            }
            table.end(merchant, old.id(), true, Instant.now());
        });
        assertThat(attempts.find(jo, old.id()).orElseThrow().rightAnswers()).isEqualTo(4);
        var visitor = Visitor.at(port, language);
        visitor.get("/login");
        visitor.post("/login", Map.of("email", email(account), "password", PASSWORD));
        var page = visitor.get("/desk/handbook/why/test/" + old.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(score);
        var first = visitor.get("/desk/handbook/why/test/" + old.id() + "?answered=1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains(gone).doesNotContain("answers-given");
        assertThat(visitor.get("/desk/handbook/why/test/" + old.id() + "?answered=2")
                        .body())
                .contains("answers-given")
                .doesNotContain(gone);
    }

    @Test
    void a_supervisor_sees_who_passed_which_chapter_and_nobody_elses_answers() {
        var attempt = answered(jo, "manners", 0);
        assertThat(attempts.find(li, attempt.id())).isEmpty();
        assertThatThrownBy(() -> attempts.answer(li, attempt.id(), 0, 0)).isInstanceOf(Refused.class);
        assertThat(attempts.standings(li).stream()
                        .filter(one -> one.name().equals("Jo Park"))
                        .flatMap(one -> one.passed().stream()))
                .containsExactly("manners");
        assertThatThrownBy(() -> attempts.standings(jo)).isInstanceOf(Refused.class);
    }

    @Test
    void another_merchant_sees_nothing_of_it() {
        answered(jo, "why", 0);
        var other = OwnMerchant.found(merchants);
        assertThat(rows(merchant)).isEqualTo(1);
        assertThat(rows(other)).isZero();
    }

    private long rows(MerchantId whose) {
        return transactions.call(
                whose,
                () -> jdbc.sql("SELECT count(*) FROM handbook.attempt")
                        .query(Long.class)
                        .single());
    }

    private UUID filed() {
        return filed("O-" + UUID.randomUUID(), null, new Filing.Received(null, null, "Grace Hopper’s kettle", 1));
    }

    private UUID filed(String order, @Nullable String parcel, Filing.Received received) {
        var filing = new Filing(
                order,
                parcel,
                new Filing.Contact("Ada Lovelace", "ada@example.com", "+44 20 7946 0000"),
                Channel.API,
                "My neighbour Grace Hopper got my mug.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, received)),
                Locale.ENGLISH,
                Map.of());
        return claims.file(merchant, filing, new Actor.Customer()).claim().id();
    }

    private Claim closed(CauseCode cause, String mechanism) {
        var id = filed();
        var product = new Actor.Product();
        claims.handle(merchant, id, new ClaimCommand.RecordCause(cause, "seen on the bench’s film"), product, null);
        claims.handle(merchant, id, new ClaimCommand.Withdraw(null), new Actor.Customer(), null);
        return concluded(id, mechanism);
    }

    /** The records have nothing to say of it; once they have said so, they are made to say something. */
    private Claim concluded(UUID id, String mechanism) {
        await().atMost(Duration.ofSeconds(30)).until(() -> isQuiet(id));
        var found = new Conclusion("PACKING", mechanism, "ESTABLISHED", Conclusion.Avoid.NOTHING);
        claims.handle(merchant, id, new ClaimCommand.RecordConclusion(found), new Actor.Product(), null);
        await().atMost(Duration.ofSeconds(30)).until(() -> isQuiet(id));
        return claims.find(merchant, id).orElseThrow();
    }

    private static Money pounds(String amount) {
        return Money.parse(amount, GBP).orElseThrow();
    }

    /** Of an order that is known, with an article that is: it was sent again, and the customer is satisfied. */
    private Claim satisfied() {
        var price = pounds("12.50");
        var none = pounds("0.00");
        products.put(
                merchant,
                List.of(
                        new Product(new Sku("MUG-RED"), "Red mug", null, 350, price, null, null, null, null),
                        new Product(new Sku("KETTLE"), "Kettle", null, 900, price, null, null, null, null)));
        var number = "O-" + UUID.randomUUID();
        orders.put(
                merchant,
                List.of(new Order(
                        number,
                        "shop",
                        Instant.now(),
                        GBP,
                        new Order.Customer("Ada Lovelace", "ada@example.com", null, "en"),
                        new Order.Address("Annabella Byron", "12 Ockham Lane", "Leeds", null, "LS1 1AA", "GB"),
                        List.of(new Order.Line(1, new Sku("MUG-RED"), 1, price, none)),
                        none,
                        none,
                        none,
                        List.of())));
        var id = filed(number, "T-778899", new Filing.Received(new Sku("KETTLE"), null, "Grace Hopper’s kettle", 1));
        var customer = new Actor.Customer();
        claims.handle(merchant, id, new ClaimCommand.Accept("Ada is right"), AGENT, null);
        claims.handle(merchant, id, new ClaimCommand.RecordCause(CauseCode.PE_02, "Sam saw the film"), AGENT, null);
        var again = new Remedy(Remedy.Kind.RESHIP, null, List.of(new Remedy.Goods(new Sku("MUG-RED"), 1)));
        var offer = claims.handle(
                        merchant,
                        id,
                        new ClaimCommand.MakeOffer(
                                UUID.randomUUID(),
                                new RemedyPlan(List.of(again)),
                                false,
                                Instant.now().plusSeconds(600),
                                "With kind regards to Ada"),
                        AGENT,
                        null)
                .offers()
                .getLast();
        claims.handle(merchant, id, new ClaimCommand.AcceptOffer(offer.id(), "Yes, says Ada"), customer, null);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> claims.find(merchant, id).orElseThrow().state() instanceof ClaimState.FollowingUp);
        claims.handle(merchant, id, new ClaimCommand.RateSatisfaction(5, "Thanks from Ada"), customer, null);
        return concluded(id, "LS");
    }

    private boolean isQuiet(UUID claim) {
        return claims.find(merchant, claim).orElseThrow().conclusion() != null
                && jdbc.sql("""
                                SELECT (SELECT count(*) FROM event_publication WHERE completion_date IS NULL)
                                     + (SELECT count(*) FROM scheduled_tasks
                                         WHERE task_instance LIKE ? AND execution_time < now() + INTERVAL '1 minute')
                                """).param("%" + claim + "%").query(Long.class).single() == 0;
    }

    private Stream<CaseStudy> some(Class<? extends CaseStudy> kind, boolean simulated) {
        return studies.stream()
                .flatMap(each -> each.of(merchant, kind).stream())
                .filter(each -> each.simulated() == simulated);
    }

    private List<CaseStudy> own() {
        return some(CaseStudy.OfCause.class, false).toList();
    }

    @Test
    void a_case_of_the_shop_is_asked_about_beside_a_simulated_one() {
        closed(CauseCode.PE_02, "LS");
        var study = (CaseStudy.OfCause) own().getFirst();
        assertThat(study.cause()).isEqualTo(CauseCode.PE_02);
        assertThat(study.facts().toString()).contains("handbook.found.LS");
        var asked = attempts.begin(jo, "causes").questions().stream()
                .filter(Drawn.FromCase.class::isInstance)
                .map(drawn -> ((Drawn.FromCase) drawn).simulated());
        assertThat(asked).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void no_kind_of_case_shows_a_trace_of_its_people() {
        var closed = satisfied();
        var open = claims.find(merchant, filed()).orElseThrow();
        var secrets = Stream.concat(
                        Stream.of(
                                "Ada",
                                "Lovelace",
                                "ada@",
                                "7946",
                                "Grace",
                                "Hopper",
                                "neighbour",
                                "Annabella",
                                "Ockham",
                                "Leeds",
                                "LS1",
                                "T-778899",
                                "Sam",
                                "Okafor"),
                        Stream.of(closed, open)
                                .flatMap(claim -> Stream.of(
                                        claim.number(),
                                        String.valueOf(claim.filing().orderNumber()))))
                .toList();
        for (var ask : Ask.values()) {
            var shown = some(ask.kind(), false).toList();
            assertThat(shown).as(ask.name()).isNotEmpty();
            assertThat(shown.toString()).as(ask.name()).doesNotContain(secrets);
        }
        assertThat(some(CaseStudy.OfGoods.class, false).toList().toString()).contains("Red mug", "Kettle");
    }

    @Test
    void a_cause_that_the_records_do_not_bear_out_is_no_case_to_learn_from() {
        closed(CauseCode.TR_02, "LS");
        assertThat(own()).isEmpty();
    }

    @Test
    void every_simulated_case_is_sound() {
        var simulated = some(CaseStudy.OfCause.class, true)
                .map(CaseStudy.OfCause.class::cast)
                .toList();
        assertThat(simulated.stream().map(CaseStudy.OfCause::mechanism).distinct())
                .hasSizeGreaterThan(8);
        assertThat(simulated)
                .allMatch(study -> Causes.fitting(study.mechanism()).contains(study.cause()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process",
                "principles",
                "causes",
                "procedure",
                "manners",
                "fairness",
                "remedies",
                "finding",
                "learning"
            })
    void a_chapter_asks_about_a_case_even_in_a_shop_that_has_none_yet(String chapter) {
        var cases = attempts.begin(jo, chapter).questions().stream()
                .filter(Drawn.FromCase.class::isInstance)
                .map(Drawn.FromCase.class::cast)
                .toList();
        assertThat(cases).hasSize(2).allMatch(Drawn.FromCase::simulated);
        for (var drawn : cases) {
            assertThat(drawn.facts()).isNotEmpty();
            assertThat(drawn.ask()
                            .anchor(handbook.chapter(Audience.STAFF, chapter, Languages.ENGLISH)
                                    .orElseThrow()))
                    .as("where to read again")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Ask.class)
    void among_the_simulated_cases_no_answer_is_always_right(Ask ask) {
        var simulated = some(ask.kind(), true).toList();
        var right = IntStream.range(0, 200)
                .mapToObj(seed -> Draw.test(seed, List.of(), List.of(ask), simulated))
                .flatMap(List::stream)
                .map(Drawn.FromCase.class::cast)
                .map(drawn -> drawn.options().get(drawn.right()))
                .collect(Collectors.toSet());
        assertThat(right).hasSizeGreaterThan(1);
    }

    @Test
    void an_open_case_of_the_shop_is_asked_about_where_it_stands() {
        var id = filed();
        assertThat(some(CaseStudy.OfMoment.class, false))
                .singleElement()
                .isEqualTo(new CaseStudy.OfMoment(
                        false,
                        List.of(Phrase.of("claims.problem.WRONG_ITEM"), CaseStudy.Moment.REPORTED.said()),
                        CaseStudy.Moment.REPORTED));
        claims.handle(merchant, id, new ClaimCommand.Accept(null), new Actor.Product(), null);
        assertThat(some(CaseStudy.OfMoment.class, false))
                .extracting(study -> ((CaseStudy.OfMoment) study).moment())
                .containsExactly(CaseStudy.Moment.ACCEPTED);
    }

    @Test
    void what_is_frequent_does_not_crowd_out_what_is_rare() {
        var rare = filed();
        claims.handle(merchant, rare, new ClaimCommand.Accept(null), new Actor.Product(), null);
        for (int i = 0; i < 8; i++) {
            filed();
        }
        assertThat(some(CaseStudy.OfMoment.class, false))
                .hasSize(6)
                .extracting(study -> ((CaseStudy.OfMoment) study).moment())
                .startsWith(CaseStudy.Moment.REPORTED, CaseStudy.Moment.ACCEPTED, CaseStudy.Moment.REPORTED);
    }

    @Test
    void every_screen_of_the_staff_leads_to_a_section() {
        var screens = handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.GET);
                })
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/desk") || path.startsWith("/admin"))
                .filter(path -> NO_SCREENS.stream().noneMatch(path::startsWith) && !path.equals("/desk"))
                .toList();
        assertThat(screens).hasSizeGreaterThan(20);
        assertThat(screens).allMatch(path -> guide.about(path).isPresent());
    }

    @Test
    void customers_read_their_part_without_logging_in_and_nobody_else_the_rest() {
        var visitor = Visitor.at(port, "zh-CN");
        for (var chapter : handbook.chapters(Audience.CUSTOMERS, Languages.CHINESE)) {
            var page = visitor.get("/handbook/" + chapter.slug() + "?shop="
                    + merchants.find(merchant).slug());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains(chapter.title(), "Quay Street");
        }
        assertThat(visitor.get("/handbook").body()).contains("/handbook/rights");
        assertThat(visitor.get("/handbook/fairness").status()).isEqualTo(404);
        assertThat(visitor.get("/handbook/..%2Fwhy").status()).isIn(400, 404);
        assertThat(visitor.get("/desk/handbook/why").next()).isEqualTo("/login");
    }
}
