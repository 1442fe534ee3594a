package org.redress.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;

class EventWordsTest {
    private static final Conclusion.Avoid SHELF =
            new Conclusion.Avoid(Set.of("urn:redress:slot:BRS-1:A-04-1"), Set.of("S0001-L00137"));

    private static ClaimEvent concluded(String status, String mechanism, Conclusion.Avoid avoid) {
        return new ClaimEvent.CauseConcluded(new Conclusion("STOCK", mechanism, status, avoid));
    }

    private static List<Integer> told(ClaimEvent... events) {
        var entries = new ArrayList<Entry>();
        for (var event : events) {
            entries.add(new Entry(entries.size(), Instant.EPOCH, new Actor.Product(), event));
        }
        return EventWords.told(entries).stream().map(Entry::sequence).toList();
    }

    @Test
    void a_conclusion_that_reads_as_the_last_one_is_told_once_whatever_happened_between() {
        assertThat(told(
                        concluded("PROBABLE", "IL", Conclusion.Avoid.NOTHING),
                        new ClaimEvent.ClaimAccepted(null),
                        concluded("PROBABLE", "IL", SHELF),
                        concluded("PROBABLE", "PU", SHELF),
                        concluded("ESTABLISHED", "PU", SHELF)))
                .containsExactly(0, 1, 3, 4);
    }

    @Test
    void what_is_believed_anew_is_told_anew_and_undetermined_reads_the_same_of_any_cause() {
        assertThat(told(
                        concluded("PROBABLE", "IL", SHELF),
                        concluded("UNDETERMINED", "IL", SHELF),
                        concluded("UNDETERMINED", "PU", SHELF),
                        concluded("PROBABLE", "IL", SHELF)))
                .containsExactly(0, 1, 3);
    }

    @Test
    void what_to_keep_away_from_is_called_as_people_call_it() {
        assertThat(SHELF.written().stream().map(Conclusion.Avoid::said))
                .containsExactly(
                        Phrase.of("traces.place.slot", "BRS-1:A-04-1"), Phrase.of("claims.lot", "S0001-L00137"));
    }
}
