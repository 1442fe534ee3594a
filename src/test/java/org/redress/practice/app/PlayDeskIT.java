package org.redress.practice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Play;
import org.redress.practice.Plays;
import org.redress.practice.store.PlayTable;
import org.redress.rehearsal.KnownCases;
import org.redress.rehearsal.Lesson;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A play and its claim go together, whatever breaks off and whoever clicks twice. */
@RedressTest
class PlayDeskIT {
    private static final Pattern NEW_ID =
            Pattern.compile("UPDATE practice.move SET merchant_id = (.*?);", Pattern.DOTALL);

    @Autowired
    PlayTable table;

    @Autowired
    Ground ground;

    @Autowired
    Ear ear;

    @Autowired
    KnownCases cases;

    @Autowired
    Claims claims;

    @Autowired
    Evidence evidence;

    @Autowired
    Merchants merchants;

    @Autowired
    Languages languages;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    InstantSource clock;

    @Autowired
    Plays plays;

    @Autowired
    JdbcClient jdbc;

    private Viewer newcomer =
            new Viewer(new MerchantId(new UUID(0, 0)), new Actor.Product(), EnumSet.noneOf(Role.class));

    @BeforeEach
    void somebody_is_new() {
        newcomer = new Viewer(
                OwnMerchant.found(merchants), new Actor.Staff(UUID.randomUUID(), "Nora New"), EnumSet.of(Role.AGENT));
    }

    private PlayDesk desk(InstantSource time) {
        return new PlayDesk(table, ground, ear, cases, claims, evidence, merchants, languages, transactions, time);
    }

    /** Looks at its clock this often, and then the power fails. */
    private PlayDesk dyingAfter(int looks) {
        var left = new int[] {looks};
        return desk(() -> {
            if (left[0]-- == 0) {
                throw new IllegalStateException("The power fails");
            }
            return clock.instant();
        });
    }

    /** Two that have both read before either writes. */
    private PlayDesk forTwoAtOnce() {
        var both = new CyclicBarrier(2);
        return desk(() -> {
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return clock.instant();
        });
    }

    private static <T> List<Future<T>> twice(Callable<T> act) throws InterruptedException {
        try (var together = Executors.newFixedThreadPool(2)) {
            return together.invokeAll(List.of(act, act));
        }
    }

    @Test
    void what_a_play_was_worth_is_made_up_for_where_the_server_died_before_it_was_written() {
        var id = plays.start(newcomer, Lesson.OWN_MISTAKE, Locale.ENGLISH).id();
        plays.look(newcomer, id, Fact.ORDER, null);
        plays.look(newcomer, id, Fact.PHOTO, null);
        var no = "I am sorry. What came is what was ordered; you can return it within 14 days.";

        assertThatThrownBy(() -> dyingAfter(1).refuse(newcomer, id, no, null)).hasMessage("The power fails");

        assertThat(plays.own(newcomer, 1)).extracting(Play::isOver).containsExactly(false);
        var scene = plays.scene(newcomer, id).orElseThrow();
        assertThat(scene.claim().state()).isInstanceOf(ClaimState.Rejected.class);
        var result = Objects.requireNonNull(scene.play().result(), "it is over");
        assertThat(result.facts()).isEqualTo(100);
        assertThat(result.fairness()).isEqualTo(100);
        assertThat(plays.own(newcomer, 1)).extracting(Play::isOver).containsExactly(true);
        assertThat(plays.scene(newcomer, id).orElseThrow().play().result()).isEqualTo(result);
        assertThatThrownBy(() -> plays.write(newcomer, id, "And one thing more", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("PLAY_OVER");
    }

    @Test
    void of_two_acts_at_once_one_counts_in_the_play_and_in_the_claim() throws Exception {
        var id = plays.start(newcomer, Lesson.DARK_PHOTO, Locale.ENGLISH).id();
        var desk = forTwoAtOnce();

        var done = twice(() -> {
            desk.ask(newcomer, id, "Could you take another photo by daylight, please?", null);
            return true;
        });

        assertThat(done.stream().filter(each -> each.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(done.stream()
                        .filter(each -> each.state() == Future.State.FAILED)
                        .map(Future::exceptionNow))
                .singleElement()
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no).hasMessageContaining("PLAY_MOVED"));
        var scene = plays.scene(newcomer, id).orElseThrow();
        assertThat(scene.play().moves()).extracting(Move::kind).containsExactly(Move.Kind.ASKED, Move.Kind.CUSTOMER);
        assertThat(scene.dossier().files())
                .as("one photo before, one asked for")
                .hasSize(2);
    }

    @Test
    void an_offer_that_the_case_does_not_have_leaves_play_and_claim_as_they_were() {
        var id = plays.start(newcomer, Lesson.NEIGHBOUR, Locale.ENGLISH).id();
        var before = plays.scene(newcomer, id).orElseThrow();

        assertThatThrownBy(() -> plays.offer(newcomer, id, "no-such-option", "Sorry.", null))
                .isInstanceOf(Refused.class);

        var after = plays.scene(newcomer, id).orElseThrow();
        assertThat(after.play()).isEqualTo(before.play());
        assertThat(after.claim().state()).isEqualTo(new ClaimState.Submitted());
    }

    @Test
    void a_form_that_is_sent_again_from_an_older_page_is_refused_and_what_was_asked_is_not_asked_twice() {
        var id = plays.start(newcomer, Lesson.WRONG_SHELF, Locale.ENGLISH).id();
        plays.write(newcomer, id, "Thank you for writing. I have the shelf counted.", 0);
        assertThatThrownBy(() -> plays.write(newcomer, id, "Thank you for writing. I have the shelf counted.", 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("PLAY_MOVED");
        plays.look(newcomer, id, Fact.SHELF, 2);
        var waited = plays.scene(newcomer, id).orElseThrow().play().minute();
        plays.look(newcomer, id, Fact.SHELF, 2);
        assertThat(plays.scene(newcomer, id).orElseThrow().play().minute())
                .as("a day, and not two")
                .isEqualTo(waited)
                .isLessThan(26 * 60);
    }

    @Test
    void whoever_starts_twice_goes_on_with_the_same_case_and_gets_another_when_it_is_over() throws Exception {
        var desk = forTwoAtOnce();
        var begun = twice(() -> desk.start(newcomer, Lesson.ANGRY, Locale.ENGLISH)).stream()
                .map(each -> each.resultNow().id())
                .distinct()
                .toList();
        assertThat(begun).hasSize(1);
        assertThat(plays.start(newcomer, Lesson.ANGRY, Locale.ENGLISH).id()).isEqualTo(begun.getFirst());
        assertThat(plays.own(newcomer, 10)).hasSize(1);

        plays.end(newcomer, begun.getFirst(), null);
        assertThat(plays.start(newcomer, Lesson.ANGRY, Locale.ENGLISH).id()).isNotEqualTo(begun.getFirst());
    }

    @Test
    void a_case_that_was_left_long_ago_still_stands_before_those_that_are_over() {
        var left = plays.start(newcomer, Lesson.NEIGHBOUR, Locale.ENGLISH).id();
        for (var lesson : List.of(Lesson.ANGRY, Lesson.ONE_SHORT)) {
            plays.end(newcomer, plays.start(newcomer, lesson, Locale.ENGLISH).id(), null);
        }
        assertThat(plays.own(newcomer, 1)).extracting(Play::id).containsExactly(left);
    }

    @Test
    void older_moves_were_put_under_the_merchant_for_practice() throws IOException {
        var migration = new ClassPathResource("db/migration/practice/V2__moves_beside_the_claim.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        var found = NEW_ID.matcher(migration);
        assertThat(found.find()).isTrue();
        Stream.generate(UUID::randomUUID)
                .limit(64)
                .forEach(merchant -> assertThat(
                                jdbc.sql("SELECT " + found.group(1) + " FROM (SELECT :id::uuid AS merchant_id) AS one")
                                        .param("id", merchant)
                                        .query(UUID.class)
                                        .single())
                        .isEqualTo(Ground.of(new MerchantId(merchant)).value()));
    }
}
