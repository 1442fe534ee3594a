package org.redress.remedy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.dmn.PolicyFile;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A merchant's own rules: written by one, reviewed by another, in force on their days. */
@RedressTest
@Import(PolicyIT.Time.class)
class PolicyIT {
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.now());
        }
    }

    private static final Actor MANAGER = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Actor COLLEAGUE = new Actor.Staff(new UUID(1, 2), "Kim");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    Policies policies;

    @Autowired
    Merchants merchants;

    @Autowired
    SettableClock clock;

    private MerchantId merchant = new MerchantId(new UUID(0, 0));

    @BeforeEach
    void found() {
        clock.set(Instant.now());
        merchant = OwnMerchant.found(merchants);
    }

    private static String generous() {
        return PolicyFile.shippedText(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
    }

    private String versionIn(LocalDate day) {
        return policies.inForce(
                        merchant,
                        Area.GB,
                        day.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant())
                .version();
    }

    private PolicyVersion active(LocalDate from, @Nullable LocalDate to) {
        return active(generous(), from, to);
    }

    private PolicyVersion active(String tables, LocalDate from, @Nullable LocalDate to) {
        var draft = policies.draft(merchant, Area.GB, tables, "Keep up to 30", MANAGER);
        var inReview = policies.handIn(merchant, draft.id(), from, to, MANAGER, draft.version());
        return policies.review(merchant, draft.id(), true, null, COLLEAGUE, inReview.version());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, no -> {
            var refusal = no.refusal();
            assertThat(
                            refusal.faults().isEmpty()
                                    ? refusal.code()
                                    : refusal.faults().getFirst().code())
                    .isEqualTo(code);
        });
    }

    @Test
    void without_one_of_their_own_the_products_rules_apply() {
        assertThat(versionIn(today)).isEqualTo("2026-1");
        assertThat(policies.inForce(merchant, Area.CN, Instant.now()).area()).isEqualTo(Area.CN);
        assertThat(policies.versions(merchant)).isEmpty();
    }

    @Test
    void a_version_applies_from_its_first_day_to_its_last_and_then_the_products_again() {
        var version = active(today.plusDays(2), today.plusDays(5));
        assertThat(version.state()).isEqualTo(PolicyVersion.State.ACTIVE);
        assertThat(versionIn(today.plusDays(1))).isEqualTo("2026-1");
        assertThat(versionIn(today.plusDays(2))).isEqualTo("gb-1");
        assertThat(versionIn(today.plusDays(5))).isEqualTo("gb-1");
        assertThat(versionIn(today.plusDays(6))).isEqualTo("2026-1");
        assertThat(policies.find(merchant, version.id()).orElseThrow().entries())
                .extracting(PolicyVersion.Entry::what)
                .containsExactly(PolicyVersion.What.DRAFTED, PolicyVersion.What.HANDED_IN, PolicyVersion.What.APPROVED);
    }

    @Test
    void the_later_of_two_versions_wins_and_no_two_begin_on_one_day() {
        active(today.plusDays(1), null);
        var second = active(PolicyFile.shippedText(Area.GB), today.plusDays(4), null);
        assertThat(versionIn(today.plusDays(3))).isEqualTo("gb-1");
        assertThat(versionIn(today.plusDays(4))).isEqualTo("gb-2");
        refused("DAY_TAKEN", () -> active(today.plusDays(4), null));
        policies.end(merchant, second.id(), "too dear", MANAGER, second.version());
        assertThat(versionIn(today.plusDays(4))).isEqualTo("gb-1");
    }

    @Test
    void nobody_reviews_what_they_have_written() {
        var draft = policies.draft(merchant, Area.GB, null, "", MANAGER);
        var changed = policies.change(merchant, draft.id(), generous(), "", COLLEAGUE, draft.version());
        var inReview = policies.handIn(merchant, draft.id(), today.plusDays(1), null, COLLEAGUE, changed.version());
        refused("OWN_POLICY", () -> policies.review(merchant, draft.id(), true, null, COLLEAGUE, inReview.version()));
        refused("OWN_POLICY", () -> policies.review(merchant, draft.id(), true, null, MANAGER, inReview.version()));
        var third = new Actor.Staff(new UUID(1, 3), "Lee");
        var back = policies.review(merchant, draft.id(), false, "Why 30?", third, inReview.version());
        assertThat(back.state()).isEqualTo(PolicyVersion.State.DRAFT);
        assertThat(versionIn(today)).isEqualTo("2026-1");
    }

    @Test
    void what_would_change_nothing_on_its_days_is_not_handed_in() {
        var same = policies.draft(merchant, Area.GB, null, "", MANAGER);
        refused(
                "CHANGES_NOTHING",
                () -> policies.handIn(merchant, same.id(), today.plusDays(1), null, MANAGER, same.version()));
        active(today.plusDays(2), today.plusDays(5));
        // Once other rules hold, to go back is a change, and so is to let them hold for longer.
        refused(
                "CHANGES_NOTHING",
                () -> policies.handIn(merchant, same.id(), today.plusDays(6), null, MANAGER, same.version()));
        var back = policies.handIn(merchant, same.id(), today.plusDays(3), null, MANAGER, same.version());
        assertThat(back.state()).isEqualTo(PolicyVersion.State.IN_REVIEW);
        var longer = policies.draft(merchant, Area.GB, generous(), "", MANAGER);
        refused(
                "CHANGES_NOTHING",
                () -> policies.handIn(
                        merchant, longer.id(), today.plusDays(3), today.plusDays(5), MANAGER, longer.version()));
        assertThat(policies.handIn(
                                merchant, longer.id(), today.plusDays(3), today.plusDays(9), MANAGER, longer.version())
                        .state())
                .isEqualTo(PolicyVersion.State.IN_REVIEW);
    }

    @Test
    void what_does_not_hold_is_not_kept() {
        refused("NOT_XML", () -> policies.draft(merchant, Area.GB, "no tables", "", MANAGER));
        var draft = policies.draft(merchant, Area.GB, null, "", MANAGER);
        var gap = PolicyFile.shippedText(Area.GB).replace("(250..1000]", "(300..1000]");
        refused("GAP", () -> policies.change(merchant, draft.id(), gap, "", MANAGER, draft.version()));
        assertThat(policies.find(merchant, draft.id()).orElseThrow().version()).isEqualTo(draft);
    }

    @Test
    void a_stale_write_changes_nothing_and_a_passed_day_is_refused() {
        var draft = policies.draft(merchant, Area.GB, null, "", MANAGER);
        policies.change(merchant, draft.id(), generous(), "", MANAGER, draft.version());
        assertThatThrownBy(() -> policies.change(merchant, draft.id(), generous(), "", MANAGER, draft.version()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().kind()).isEqualTo(Refusal.Kind.STALE));
        refused("FROM_PASSED", () -> policies.handIn(merchant, draft.id(), today, null, MANAGER, 2));
        refused(
                "TO_BEFORE_FROM",
                () -> policies.handIn(merchant, draft.id(), today.plusDays(2), today.plusDays(1), MANAGER, 2));
    }

    @Test
    void an_active_version_is_never_changed_and_stays_its_merchants_own() {
        var version = active(today.plusDays(1), null);
        clock.set(Instant.now().plus(Duration.ofDays(1)));
        refused(
                "NOT_A_DRAFT",
                () -> policies.change(merchant, version.id(), generous(), "", MANAGER, version.version()));
        var other = OwnMerchant.found(merchants);
        assertThat(policies.find(other, version.id())).isEmpty();
        assertThat(policies.inForce(other, Area.GB, Instant.now()).version()).isEqualTo("2026-1");
        var ended = policies.end(merchant, version.id(), null, MANAGER, version.version());
        assertThat(ended.to()).isEqualTo(today.plusDays(1));
        assertThat(versionIn(today)).isEqualTo("2026-1");
        assertThat(versionIn(today.plusDays(1))).isEqualTo("gb-1");
        assertThat(versionIn(today.plusDays(2))).isEqualTo("2026-1");
    }
}
