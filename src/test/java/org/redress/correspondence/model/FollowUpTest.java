package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.claims.ClaimCommand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;

class FollowUpTest {
    private static final Remedy RESHIP =
            new Remedy(Remedy.Kind.RESHIP, null, List.of(new Remedy.Goods(new Sku("MUG-RED"), 1)));

    private static Case carriedOut(Remedy remedy) {
        return new Case()
                .offered(remedy)
                .then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"))
                .then(Case.PRODUCT, new ClaimCommand.RecordStepDone(Case.OFFER, 0, "X-1"));
    }

    @Test
    void a_parcel_has_longer_to_arrive_than_money_before_we_ask() {
        assertThat(FollowUp.HAS_IT_COME.at(carriedOut(RESHIP).claim())).contains(Case.MONDAY.plus(Duration.ofDays(4)));
        assertThat(FollowUp.HAS_IT_COME.at(carriedOut(Case.REFUND).claim()))
                .contains(Case.MONDAY.plus(Duration.ofDays(3)));
    }

    @Test
    void the_last_word_comes_a_day_before_silence_counts() {
        assertThat(FollowUp.LAST_WORD.at(carriedOut(RESHIP).claim())).contains(Case.MONDAY.plus(Duration.ofDays(6)));
    }

    @Test
    void what_was_missed_is_asked_late_and_once_rather_than_never() {
        var claim = carriedOut(RESHIP).claim();
        assertThat(FollowUp.due(claim, Case.MONDAY)).containsExactly(FollowUp.values());
        assertThat(FollowUp.due(claim, Case.MONDAY.plus(Duration.ofDays(5)))).containsExactly(FollowUp.values());
        assertThat(FollowUp.due(claim, Case.MONDAY.plus(Duration.ofHours(150)))).containsExactly(FollowUp.LAST_WORD);
        assertThat(FollowUp.due(claim, Case.MONDAY.plus(Duration.ofDays(7)))).isEmpty();
        assertThat(FollowUp.due(new Case().offered(RESHIP).claim(), Case.MONDAY))
                .isEmpty();
    }

    @Test
    void whoever_has_answered_is_not_asked() {
        var unhappy = carriedOut(RESHIP).then(Case.CUSTOMER, new ClaimCommand.RateSatisfaction(2, null));
        var happy = carriedOut(RESHIP).then(Case.CUSTOMER, new ClaimCommand.RateSatisfaction(5, null));
        for (var what : FollowUp.values()) {
            assertThat(what.at(unhappy.claim())).isEmpty();
            assertThat(what.at(happy.claim())).isEmpty();
            assertThat(what.at(new Case().offered(RESHIP).claim())).isEmpty();
        }
    }

    @Test
    void what_is_asked_names_what_was_sent_and_how_to_say_that_it_is_not_right() {
        var letter = FollowUp.HAS_IT_COME.letter(carriedOut(RESHIP).claim());
        assertThat(letter.isMailed()).isTrue();
        assertThat(letter.parts())
                .hasAtLeastOneElementOfType(Letter.Part.Plan.class)
                .contains(
                        new Letter.Part.Said(Phrase.of("correspondence.ask.goods")),
                        new Letter.Part.Said(Phrase.of("correspondence.follow-up.not-right")));
        assertThat(FollowUp.LAST_WORD.letter(carriedOut(RESHIP).claim()).parts())
                .contains(new Letter.Part.Said(
                        Phrase.of("correspondence.last.then", Case.MONDAY.plus(Duration.ofDays(7)))));
    }
}
