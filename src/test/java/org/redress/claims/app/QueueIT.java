package org.redress.claims.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.Owed;
import org.redress.claims.SavedViews;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages, filters, words and counts of the queue, as PostgreSQL answers them. */
@RedressTest
class QueueIT {
    private static final Actor.Staff AGENT = new Actor.Staff(new UUID(1, 1), "Sam");

    @Autowired
    Claims claims;

    @Autowired
    SavedViews views;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    WordSweep wordSweep;

    @Autowired
    JdbcClient jdbc;

    MerchantId merchant = new MerchantId(new UUID(0, 0));

    @BeforeEach
    void found() {
        merchant = OwnMerchant.found(merchants);
    }

    private Claim filed(MerchantId whose, String statement, Channel channel, Locale language, Problem problem) {
        var filing = new Filing(
                "O-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                channel,
                statement,
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, problem, null)),
                language,
                Map.of());
        return claims.file(whose, filing, new Actor.Customer()).claim();
    }

    private Claim filed(String statement) {
        return filed(merchant, statement, Channel.API, Locale.ENGLISH, Problem.WRONG_ITEM);
    }

    private List<String> found(ClaimFilter filter, ClaimSearch.Sort sort, int limit) {
        var all = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = claims.search(merchant, new ClaimSearch(filter, sort, after, limit));
            page.items().forEach(claim -> all.add(claim.number()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<String> found(String text) {
        return found(ClaimFilter.ALL.text(text), ClaimSearch.Sort.FILED, 3);
    }

    private static Viewer viewer(MerchantId whose, Actor.Staff actor, Role... roles) {
        return new Viewer(whose, actor, Set.of(roles));
    }

    @Test
    void words_find_the_newest_first_page_by_page_and_only_those_that_hold_them_all() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            numbers.addFirst(filed("A blue mug came, number " + i).number());
            filed("A red plate came.");
        }
        assertThat(found("blue mugs")).isEqualTo(numbers);
        assertThat(found("blue plate")).isEmpty();
        assertThat(found("number 5")).hasSize(1);
        assertThat(found("ada@example.com")).hasSize(16);
        assertThat(found(numbers.get(3))).containsExactly(numbers.get(3));
    }

    @Test
    void chinese_words_find_what_was_written_in_chinese() {
        var claim = filed("我买的是红色杯子，收到的却是蓝色的。");
        filed("盘子碎了。");
        assertThat(found("蓝色杯子")).containsExactly(claim.number());
        assertThat(found("杯")).containsExactly(claim.number());
        assertThat(found("藍色")).containsExactly(claim.number());
    }

    @Test
    void another_merchant_s_claims_are_not_found() {
        var other = OwnMerchant.found(merchants);
        filed(other, "A zebra came.", Channel.API, Locale.ENGLISH, Problem.WRONG_ITEM);
        assertThat(found("zebra")).isEmpty();
        assertThat(claims.search(other, new ClaimSearch(ClaimFilter.ALL.text("zebra"), ClaimSearch.Sort.FILED, null, 3))
                        .items())
                .hasSize(1);
    }

    @Test
    void words_and_filters_narrow_each_other_down() {
        var spoken = filed(merchant, "A blue mug came.", Channel.PHONE, Locale.ENGLISH, Problem.WRONG_ITEM);
        filed("A blue mug came.");
        assertThat(found(
                        ClaimFilter.ALL.text("blue").of(Set.of(Channel.PHONE), Set.of(), Set.of(), Set.of(), null),
                        ClaimSearch.Sort.FILED,
                        3))
                .containsExactly(spoken.number());
        assertThat(found(
                        ClaimFilter.ALL.text("blue").of(Set.of(Channel.PHONE), Set.of(), Set.of(), Set.of(), null),
                        ClaimSearch.Sort.DUE,
                        3))
                .containsExactly(spoken.number());
    }

    @Test
    void what_is_said_later_finds_the_claim_too() {
        var claim = filed("A blue mug came.");
        claims.findBy(merchant, claim.id(), "The handle is chipped as well");
        assertThat(found("chipped handle")).containsExactly(claim.number());
        assertThat(found("chipped mug")).containsExactly(claim.number());
    }

    @Test
    void claims_from_before_words_were_kept_are_found_once_the_sweep_has_seen_them() {
        var claim = filed("A teapot came.");
        var old = Ids.next();
        // As a claim of before: the row alone.
        transactions.run(
                merchant,
                () -> jdbc.sql("""
                                INSERT INTO claims.claim (
                                    merchant_id, id, number, version, state, state_data, order_number, contact_name,
                                    channel, statement, demand, language, given, owed_by, owed_since, due_at, escalated,
                                    verdict, severity, filed_at)
                                SELECT merchant_id, :old, 'ZZZZ-ZZZZ', version, state, state_data, order_number,
                                       contact_name, channel, 'A samovar came.', demand, language, given, owed_by,
                                       owed_since, due_at, escalated, verdict, severity, filed_at
                                  FROM claims.claim WHERE merchant_id = :merchant AND id = :id
                                """)
                        .param("old", old)
                        .param("merchant", merchant.value())
                        .param("id", claim.id())
                        .update());
        assertThat(found("samovar")).isEmpty();
        wordSweep.sweep();
        assertThat(found("samovar")).containsExactly("ZZZZ-ZZZZ");
    }

    @Test
    void a_filter_that_no_index_knows_pages_through_all_that_fits_and_nothing_else() {
        var fits = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            filed("One.");
            fits.addFirst(filed(merchant, "Two.", Channel.CHAT, Locale.SIMPLIFIED_CHINESE, Problem.MISSING_ITEM)
                    .number());
        }
        var chinese = ClaimFilter.ALL.of(Set.of(), Set.of(Problem.MISSING_ITEM), Set.of(), Set.of(), "zh");
        assertThat(found(chinese, ClaimSearch.Sort.FILED, 3)).isEqualTo(fits);
        assertThat(found(chinese, ClaimSearch.Sort.DUE, 3)).containsExactlyInAnyOrderElementsOf(fits);
    }

    @Test
    void claims_of_two_parties_come_in_one_order() {
        var all = new ArrayList<Claim>();
        for (int i = 0; i < 6; i++) {
            all.add(filed("One."));
        }
        for (int i = 0; i < 6; i += 2) {
            claims.handle(
                    merchant,
                    all.get(i).id(),
                    new ClaimCommand.AskInformation(List.of("ITEM"), "Please."),
                    AGENT,
                    null);
        }
        var both = ClaimFilter.ALL.owedBy(EnumSet.of(Owed.Party.AGENT, Owed.Party.CUSTOMER));
        var numbers = found(both, ClaimSearch.Sort.DUE, 2);
        assertThat(numbers).hasSize(6).doesNotHaveDuplicates();
        assertThat(numbers.subList(0, 3))
                .containsExactly(
                        all.get(1).number(), all.get(3).number(), all.get(5).number());
        assertThat(found(both.states(Set.of(ClaimState.Name.SUBMITTED)), ClaimSearch.Sort.DUE, 2))
                .hasSize(3);
    }

    @Test
    void counts_say_how_many_each_question_has() {
        var first = filed("One.");
        filed("Two.");
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Jo Park", Set.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), "a few words in a row");
        var jo = accounts.all(merchant).getFirst().id();
        claims.handle(merchant, first.id(), new ClaimCommand.Assign(jo), AGENT, null);
        var ours = ClaimFilter.ALL.owedBy(Set.of(Owed.Party.AGENT));
        assertThat(claims.counts(
                        merchant,
                        List.of(ours, ours.withoutAssignee(), ClaimFilter.ALL.owedBy(Set.of(Owed.Party.CUSTOMER)))))
                .containsExactly(new Claims.Count(2, false), new Claims.Count(1, false), new Claims.Count(0, false));
        assertThat(claims.matching(merchant, ours.withoutAssignee(), List.of(first.id())))
                .isEmpty();
        assertThat(claims.matching(merchant, ours, List.of(first.id(), UUID.randomUUID())))
                .containsExactly(first.id());
    }

    @Test
    void a_rare_thing_is_counted_among_the_first_few_thousand_and_says_that_there_may_be_more() {
        var near = filed(merchant, "Near.", Channel.CHAT, Locale.ENGLISH, Problem.WRONG_ITEM);
        var ours = ClaimFilter.ALL.owedBy(Set.of(Owed.Party.AGENT));
        var chats = ours.of(Set.of(Channel.CHAT), Set.of(), Set.of(), Set.of(), null);
        var calls = ours.of(Set.of(Channel.PHONE), Set.of(), Set.of(), Set.of(), null);
        var mails = ours.of(Set.of(Channel.EMAIL), Set.of(), Set.of(), Set.of(), null);
        copies(near, 5_000, Channel.API, "1 minute");
        copies(near, 1, Channel.PHONE, "2 minutes");
        assertThat(claims.counts(merchant, List.of(chats, calls, mails, ours)))
                .containsExactly(
                        new Claims.Count(1, true),
                        new Claims.Count(0, true),
                        new Claims.Count(0, true),
                        new Claims.Count(100, true));
        var all = EnumSet.complementOf(EnumSet.of(Owed.Party.NOBODY));
        assertThat(claims.counts(
                        merchant,
                        List.of(
                                ClaimFilter.ALL.owedBy(all).assignee(new UUID(1, 1)),
                                ours.onlyForSeniors(),
                                calls.order("O-2"))))
                .containsOnly(new Claims.Count(0, false));
    }

    /** So many more open claims like it, due so much later. */
    private void copies(Claim claim, int many, Channel channel, String later) {
        transactions.run(
                merchant,
                () -> jdbc.sql("""
                                INSERT INTO claims.claim (
                                    merchant_id, id, number, version, state, state_data, order_number, contact_name,
                                    channel, statement, demand, language, given, owed_by, owed_since, due_at, escalated,
                                    verdict, severity, filed_at)
                                SELECT merchant_id, gen_random_uuid(), :channel || n, version, state, state_data,
                                       order_number, contact_name, :channel, statement, demand, language, given, owed_by,
                                       owed_since, due_at + :later::interval, escalated, verdict, severity, filed_at
                                  FROM claims.claim, generate_series(1, :many) AS n
                                 WHERE merchant_id = :merchant AND id = :id
                                """)
                        .param("channel", channel.name())
                        .param("later", later)
                        .param("many", many)
                        .param("merchant", merchant.value())
                        .param("id", claim.id())
                        .update());
    }

    @Test
    void a_view_is_its_owner_s_or_everybody_s_and_only_a_supervisor_shares_one() {
        var me = viewer(merchant, AGENT, Role.AGENT);
        var colleague = viewer(merchant, new Actor.Staff(new UUID(1, 2), "Sue"), Role.AGENT, Role.SUPERVISOR);
        var mine = views.keep(me, " Late calls ", "view=ours&channel=phone&due=late", false);
        var shared = views.keep(colleague, "Chinese", "view=ours&language=zh", true);
        assertThat(mine.name()).isEqualTo("Late calls");
        assertThat(views.of(me)).containsExactly(shared, mine);
        assertThat(views.of(colleague)).containsExactly(shared);
        assertThatThrownBy(() -> views.keep(me, "All", "view=all", true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.keep(me, " ", "view=all", false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.forget(me, shared.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.forget(colleague, mine.id())).isInstanceOf(Refused.class);
        views.forget(me, mine.id());
        assertThat(views.of(me)).containsExactly(shared);
        var stranger = viewer(OwnMerchant.found(merchants), AGENT, Role.AGENT, Role.SUPERVISOR);
        assertThat(views.of(stranger)).isEmpty();
        assertThatThrownBy(() -> views.forget(stranger, shared.id())).isInstanceOf(Refused.class);
    }

    @Test
    void nobody_keeps_more_than_twenty_views() {
        var me = viewer(merchant, AGENT, Role.AGENT);
        for (int i = 0; i < 20; i++) {
            views.keep(me, "View " + i, "view=ours", false);
        }
        assertThatThrownBy(() -> views.keep(me, "One more", "view=ours", false))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("TOO_MANY_VIEWS"));
    }
}
