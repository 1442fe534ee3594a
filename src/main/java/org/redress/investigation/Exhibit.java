package org.redress.investigation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a claim’s cause, laid out for whoever looks at the case: where and when it happened, and what
 * would change the verdict.
 *
 * @param way empty where neither warehouse nor carrier has anything on record
 * @param map empty where no spot is on record, or no other one beside it
 * @param outcomes of the evidence that would tell most, what each answer would lead to
 */
public record Exhibit(
        Investigation found, Optional<Way> way, Optional<SlotMap> map, Map<NextEvidence, List<Outcome>> outcomes) {
    /** What would tell less than the first three is not asked for on the page. */
    public static final int MOST_EVIDENCE = 3;

    /**
     * What would be believed after one answer.
     *
     * @param present the clue that would show; null where none would
     * @param stage that would lead then; null where nobody may conclude it
     * @param probability of that stage
     */
    public record Outcome(@Nullable Clue present, @Nullable Stage stage, double probability) {}
}
