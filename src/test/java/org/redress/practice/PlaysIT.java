package org.redress.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Verification;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.PictureSize;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyOption;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.ui.Languages;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases whose truth is known are played to their ends, in a merchant that nobody else sees. */
@RedressTest
class PlaysIT {
    @Autowired
    Plays plays;

    @Autowired
    Languages languages;

    @Autowired
    Merchants merchants;

    @Autowired
    Claims claims;

    private MerchantId merchant;
    private Viewer newcomer;

    @BeforeEach
    void somebody_is_new() {
        merchant = OwnMerchant.found(merchants);
        newcomer = agent("Nora New");
    }

    private Viewer agent(String name) {
        return new Viewer(merchant, new Actor.Staff(UUID.randomUUID(), name), EnumSet.of(Role.AGENT));
    }

    private Scene scene(UUID play) {
        return plays.scene(newcomer, play).orElseThrow();
    }

    private Result result(UUID play) {
        var result = scene(play).play().result();
        assertThat(result).as("it is over").isNotNull();
        return Objects.requireNonNull(result);
    }

    private UUID begun(Lesson lesson, Locale language) {
        return plays.start(newcomer, lesson, language).id();
    }

    private static RemedyOption holding(Scene scene, Set<Remedy.Kind> any) {
        return scene.options().stream()
                .filter(option -> any.stream().anyMatch(option.plan()::has))
                .min(Comparator.comparingInt(option -> option.plan().has(Remedy.Kind.RETURN_LABEL) ? 1 : 0))
                .orElseThrow(() -> new AssertionError("Nothing fair among " + scene.options()));
    }

    private static String meanwhile(Locale language) {
        return language.equals(Locale.ENGLISH)
                ? "Thank you for your message, and I am sorry for the trouble. I look into it and come back to you."
                : "感谢您的来信，给您添麻烦了，非常抱歉。我正在核实，有结果马上告诉您。";
    }

    /** As it is shown to the player in the end. */
    private String goodAnswer(UUID play) {
        var scene = scene(play);
        var known = scene.known();
        var words = languages.words(
                scene.play().language(), merchants.find(merchant).zone());
        var day = day(scene, 4);
        return words.say(
                "practice." + known.lesson() + ".model",
                known.ordered(),
                known.came(),
                known.order().customer().name(),
                day,
                known.order().paid(),
                "",
                "",
                known.order().orderNumber());
    }

    private LocalDate day(Scene scene, int days) {
        var zone = merchants.find(merchant).zone();
        return scene.play().now().atZone(zone).toLocalDate().plusDays(days);
    }

    /** A day between, as it may be midnight before the answer is written. */
    @ParameterizedTest
    @CsvSource({"-1, 15", "1, 0"})
    void a_day_before_the_soonest_fair_option_costs_and_one_after_it_does_not(int later, int lost) {
        var id = begun(Lesson.NEIGHBOUR, Locale.ENGLISH);
        var scene = scene(id);
        var fair = EnumSet.of(Remedy.Kind.EXCHANGE, Remedy.Kind.RESHIP, Remedy.Kind.REFUND);
        int soonest = scene.options().stream()
                .filter(option -> fair.stream().anyMatch(option.plan()::has))
                .mapToInt(RemedyOption::etaDays)
                .min()
                .orElseThrow();
        var words = languages.words(Locale.ENGLISH, merchants.find(merchant).zone());
        var promise = "I am sorry. You will have it by " + words.date(day(scene, soonest + later)) + ".";
        plays.offer(newcomer, id, holding(scene, fair).optionId(), promise, null);
        assertThat(result(id).reasons().stream()
                        .filter(reason -> reason.key().equals("practice.lost.promises"))
                        .mapToInt(Reason::points)
                        .sum())
                .isEqualTo(lost);
    }

    static Stream<Arguments> cases() {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .flatMap(language -> Stream.of(Lesson.values()).map(lesson -> Arguments.of(lesson, language)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_case_can_be_played_without_losing_a_point_and_its_good_answer_is_good(Lesson lesson, Locale language) {
        var id = begun(lesson, language);
        for (var fact : List.of(Fact.ORDER, Fact.PRODUCT, Fact.PHOTO, Fact.SCALE, Fact.SCANS)) {
            plays.look(newcomer, id, fact, null);
        }
        plays.write(newcomer, id, meanwhile(language), null);
        if (lesson == Lesson.DARK_PHOTO) {
            plays.ask(newcomer, id, goodAnswer(id), null);
        }
        if (lesson == Lesson.CROSSED_LABELS) {
            plays.look(newcomer, id, Fact.BENCH, null);
        }
        if (lesson == Lesson.WRONG_SHELF) {
            plays.look(newcomer, id, Fact.SHELF, null);
        }
        if (lesson == Lesson.WHERE_IS_MY_MONEY) {
            plays.look(newcomer, id, Fact.RETURNS, null);
        }
        var fair = lesson == Lesson.WHERE_IS_MY_MONEY
                ? EnumSet.of(Remedy.Kind.REFUND)
                : EnumSet.of(Remedy.Kind.RESHIP, Remedy.Kind.REFUND, Remedy.Kind.EXCHANGE);
        var answer = lesson == Lesson.DARK_PHOTO ? meanwhile(language) : goodAnswer(id);
        if (lesson == Lesson.OWN_MISTAKE) {
            plays.refuse(newcomer, id, answer, null);
        } else {
            plays.offer(newcomer, id, holding(scene(id), fair).optionId(), answer, null);
        }
        assertThat(result(id)).isEqualTo(new Result(100, 100, 100, 100, 5, List.of()));
    }

    @Test
    void what_hurts_is_heard_and_the_customer_answers_as_somebody_who_was_hurt() {
        var id = begun(Lesson.NEIGHBOUR, Locale.ENGLISH);
        plays.offer(
                newcomer,
                id,
                holding(scene(id), EnumSet.of(Remedy.Kind.EXCHANGE, Remedy.Kind.RESHIP))
                        .optionId(),
                "You must have ordered the wrong one. Calm down.",
                null);
        var result = result(id);
        assertThat(result.courtesy()).isLessThan(50);
        assertThat(result.reasons())
                .filteredOn(reason -> reason.key().equals("practice.lost.hurts"))
                .isNotEmpty();
        assertThat(result.rating()).isLessThan(5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_the_records_say_is_the_truth(Lesson lesson, Locale language) {
        var id = begun(lesson, language);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> scene(id).dossier().files().stream()
                        .noneMatch(file -> file.readState() == EvidenceItem.ReadState.PENDING));
        var checks = scene(id).dossier().verification().checks();
        var photo = explained(checks, Verification.Code.PHOTO_BARCODE);
        var weight = outcome(checks, Verification.Code.WEIGHT);
        switch (lesson) {
            case NEIGHBOUR, WRONG_SIZE, ALLERGEN, WRONG_SHELF, WHERE_IS_MY_MONEY ->
                assertThat(photo).isIn("claims.check.PHOTO_BARCODE.pass", "claims.check.PHOTO_BARCODE.sibling");
            case OWN_MISTAKE -> assertThat(photo).isEqualTo("claims.check.PHOTO_BARCODE.same");
            case DARK_PHOTO, CROSSED_LABELS, ONE_SHORT, ANGRY ->
                assertThat(photo).isEqualTo("claims.check.PHOTO_BARCODE.unread");
        }
        switch (lesson) {
            case WRONG_SIZE, CROSSED_LABELS, ONE_SHORT, ANGRY ->
                assertThat(weight).isEqualTo(Verification.Outcome.PASS);
            case OWN_MISTAKE -> assertThat(weight).isNotEqualTo(Verification.Outcome.PASS);
            case NEIGHBOUR, WRONG_SHELF, DARK_PHOTO, ALLERGEN, WHERE_IS_MY_MONEY -> {}
        }
    }

    private static String explained(List<Verification.Check> checks, Verification.Code code) {
        return checks.stream()
                .filter(check -> check.code() == code)
                .map(check -> check.explanation().key())
                .findFirst()
                .orElse("none");
    }

    private static Verification.Outcome outcome(List<Verification.Check> checks, Verification.Code code) {
        return checks.stream()
                .filter(check -> check.code() == code)
                .map(Verification.Check::outcome)
                .findFirst()
                .orElse(Verification.Outcome.UNKNOWN);
    }

    @Test
    void a_photo_that_is_asked_for_comes_and_can_be_read() {
        var id = begun(Lesson.DARK_PHOTO, Locale.ENGLISH);
        plays.ask(newcomer, id, "Could you take another photo by daylight, please?", null);

        var scene = scene(id);
        assertThat(scene.dossier().files()).hasSize(2);
        assertThat(scene.claim().state()).isEqualTo(new ClaimState.Submitted());
        assertThat(scene.play().moves()).extracting(Move::kind).containsExactly(Move.Kind.ASKED, Move.Kind.CUSTOMER);
        assertThat(scene.play().minute())
                .as("three hours and what it took to write")
                .isBetween(181L, 196L);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> explained(scene(id).dossier().verification().checks(), Verification.Code.PHOTO_BARCODE)
                        .equals("claims.check.PHOTO_BARCODE.sibling"));
        var file = scene(id).dossier().files().getFirst().id().value();
        assertThat(plays.picture(newcomer, id, file, PictureSize.THUMB)).isPresent();
        assertThat(plays.picture(agent("Somebody else"), id, file, PictureSize.THUMB))
                .isEmpty();
    }

    @Test
    void a_no_to_what_is_owed_never_reaches_the_customer_and_can_still_be_put_right() {
        var id = begun(Lesson.ONE_SHORT, Locale.ENGLISH);
        plays.refuse(newcomer, id, "We packed everything.", null);

        var scene = scene(id);
        assertThat(scene.play().isOver()).isFalse();
        assertThat(scene.play().moves().getLast().detail()).isEqualTo("OVERRULED");
        assertThat(scene.claim().state()).isEqualTo(new ClaimState.Submitted());

        plays.offer(
                newcomer, id, holding(scene, EnumSet.of(Remedy.Kind.RESHIP)).optionId(), "Sorry, we send it.", null);
        var result = result(id);
        assertThat(result.fairness()).isEqualTo(40);
        assertThat(result.facts())
                .as("nothing had been looked at when it was first decided")
                .isZero();
        assertThat(result.reasons()).extracting(Reason::key).contains("practice.lost.refused", "practice.lost.fact");
    }

    @Test
    void nothing_of_it_stands_among_the_merchants_own_and_nothing_leaves() {
        int before = merchants.all().size();
        var id = begun(Lesson.NEIGHBOUR, Locale.ENGLISH);
        plays.offer(
                newcomer,
                id,
                holding(scene(id), EnumSet.of(Remedy.Kind.EXCHANGE, Remedy.Kind.RESHIP))
                        .optionId(),
                "Sorry.",
                null);

        var claim = scene(id).claim();
        assertThat(claim.merchant()).isNotEqualTo(merchant);
        assertThat(claim.filing().contact().email()).isNull();
        assertThat(claim.state())
                .as("never agreed, so that nobody carries it out")
                .isInstanceOf(ClaimState.Offered.class);
        assertThat(claims.find(merchant, claim.id())).isEmpty();
        assertThat(claims.search(
                                merchant,
                                new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 10))
                        .items())
                .isEmpty();
        assertThat(merchants.all()).hasSize(before);
        assertThat(merchants.bySlug(merchants.find(claim.merchant()).slug())).isEmpty();
    }

    @Test
    void nobody_sees_or_plays_anothers_play_and_what_is_over_stays_as_it_is() {
        var id = begun(Lesson.ANGRY, Locale.ENGLISH);
        var other = agent("Otto Other");
        assertThat(plays.scene(other, id)).isEmpty();
        assertThatThrownBy(() -> plays.write(other, id, "Hello", null)).isInstanceOf(Refused.class);
        assertThat(plays.own(other, 10)).isEmpty();
        var stranger = new Viewer(OwnMerchant.found(merchants), newcomer.actor(), EnumSet.of(Role.AGENT));
        assertThat(plays.scene(stranger, id)).isEmpty();

        plays.end(newcomer, id, null);
        assertThatThrownBy(() -> plays.write(newcomer, id, "Hello", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("PLAY_OVER");
        assertThat(plays.all(newcomer, 10)).extracting(Play::player).containsExactly("Nora New");
        assertThat(plays.own(newcomer, 10).getFirst().result())
                .isNotNull()
                .extracting(Result::time)
                .isEqualTo(0);
    }
}
