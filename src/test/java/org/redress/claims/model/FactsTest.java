package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.model.Recorded.BLUE;
import static org.redress.claims.model.Recorded.RED;
import static org.redress.claims.model.Recorded.UNLISTED;
import static org.redress.claims.model.Recorded.came;
import static org.redress.claims.model.Recorded.line;
import static org.redress.claims.model.Recorded.order;
import static org.redress.claims.model.Recorded.said;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Filing;
import org.redress.kernel.Problem;

class FactsTest {
    @Test
    void an_article_is_only_miscounted_unless_something_says_that_it_was_another_one() {
        assertThat(isOnlyMiscounted(new Recorded(), came("RED", 1))).isTrue();
        assertThat(isOnlyMiscounted(new Recorded(), came(RED, 1))).isTrue();
        assertThat(isOnlyMiscounted(new Recorded(), said("red ones", 1))).isTrue();
        assertThat(isOnlyMiscounted(new Recorded(), came("BLUE", 1))).isFalse();
        assertThat(isOnlyMiscounted(new Recorded(), came(BLUE, 1))).isFalse();
        assertThat(isOnlyMiscounted(new Recorded(), null)).isFalse();
    }

    @Test
    void a_code_that_nobody_knows_may_be_that_of_an_article_without_one() {
        assertThat(isOnlyMiscounted(new Recorded(), came(UNLISTED, 1))).isFalse();
        assertThat(isOnlyMiscounted(new Recorded().sell("RED", "Red mug", null), came(UNLISTED, 1)))
                .isTrue();
    }

    @Test
    void a_code_on_two_articles_of_the_order_is_that_of_either() {
        var both = new Recorded()
                .sell("OLD", "Red mug, old box", RED)
                .ordered(order("A-1", line(1, "OLD", 1), line(2, "RED", 2)));
        assertThat(isOnlyMiscounted(both, came(RED, 1))).isTrue();
    }

    @Test
    void another_problem_is_not_a_matter_of_counting() {
        var wrong = new Recorded().claim("RED", 2, Problem.WRONG_ITEM, said("red ones", 1));
        assertThat(wrong.facts().isOnlyMiscounted(wrong.filing().lines().getFirst()))
                .isFalse();
    }

    private static boolean isOnlyMiscounted(Recorded recorded, Filing.@Nullable Received received) {
        var claimed = recorded.claim("RED", 2, Problem.WRONG_QUANTITY, received);
        return claimed.facts().isOnlyMiscounted(claimed.filing().lines().getFirst());
    }
}
