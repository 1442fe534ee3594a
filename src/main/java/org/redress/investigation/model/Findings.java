package org.redress.investigation.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;
import org.redress.kernel.Phrase;

/**
 * What the records say to each clue, and in which words.
 *
 * @param facts a sentence for each clue, also for those that nothing is known of
 * @param lot that filled the slot of the ordered article last before the pick, where that is on record
 * @param matches neighbours that may be the other side of a swap, the likeliest first
 */
public record Findings(
        Question question,
        Signs signs,
        Map<Clue, Phrase> facts,
        @Nullable String lot,
        List<Match> matches) {}
