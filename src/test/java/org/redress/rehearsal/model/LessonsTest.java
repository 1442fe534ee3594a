package org.redress.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.rehearsal.KnownCase;
import org.redress.rehearsal.Lesson;

class LessonsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:12:00Z");

    private final Lessons lessons = new Lessons(new Catalogue());

    private List<KnownCase> both(Lesson lesson, int number) {
        return List.of(
                lessons.open(lesson, Locale.ENGLISH, number, NOW),
                lessons.open(lesson, Locale.SIMPLIFIED_CHINESE, number, NOW));
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void every_case_has_arrived_and_its_customer_can_be_reached_by_nobody(Lesson lesson) {
        for (var known : both(lesson, 17)) {
            assertThat(known.parcel().deliveredAt()).isNotNull().isBefore(NOW);
            assertThat(known.order().customer().email()).isNull();
            assertThat(known.order().customer().phone()).matches("\\+44 7700 900\\d{3}|\\+86 154 0000 0\\d{3}");
            assertThat(known.order().lines())
                    .extracting(line -> line.sku())
                    .contains(Objects.requireNonNull(known.line().sku()));
            assertThat(known.events()).contains("\"picking\"", "\"packing\"", "\"shipping\"", "\"accepting\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void the_same_number_is_the_same_case_and_another_number_another_order(Lesson lesson) {
        var first = both(lesson, 17);
        var again = both(lesson, 17);
        var other = both(lesson, 18);
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i).order()).isEqualTo(first.get(i).order());
            assertThat(again.get(i).events()).isEqualTo(first.get(i).events());
            assertThat(other.get(i).order().orderNumber())
                    .isNotEqualTo(first.get(i).order().orderNumber());
        }
    }

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void only_where_the_customer_erred_the_right_goods_were_sent(Lesson lesson) {
        for (var known : both(lesson, 3)) {
            boolean asOrdered = known.line().received() != null
                    && Objects.equals(
                            known.line().received().sku(), known.line().sku());
            assertThat(asOrdered).isEqualTo(lesson == Lesson.OWN_MISTAKE);
            assertThat(known.photos()).isNotEmpty();
        }
    }
}
