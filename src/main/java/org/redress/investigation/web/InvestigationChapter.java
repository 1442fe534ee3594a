package org.redress.investigation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redress.claims.CaseChapter;
import org.redress.claims.Chapter;
import org.redress.claims.Claim;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Fact;
import org.redress.investigation.Investigations;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Writes the cause into the claim's whole file: where it went wrong and what speaks for it. Neither the other customer of a
 * swap nor whoever is at risk stands in a file that leaves the house, and the customer's has none of it (F12).
 */
@Component
class InvestigationChapter implements CaseChapter {
    /** What tells less is neither for nor against, in decibans. */
    private static final double TELLING = 1;

    private final Investigations investigations;

    InvestigationChapter(Investigations investigations) {
        this.investigations = investigations;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Chapter> forStaff(Claim claim, Words words) {
        return claim.isOtherKind() ? Optional.empty() : Optional.of(chapter(investigations.of(claim), words));
    }

    private static Chapter chapter(Investigation found, Words words) {
        var parts = new ArrayList<Chapter.Part>();
        var confirmed = found.confirmed();
        var leading = found.stages().getFirst();
        parts.add(new Chapter.Facts(List.of(new Chapter.Fact(
                words.say("investigation.status", found.status()),
                confirmed != null
                        ? words.say("investigation.mechanism", confirmed)
                        : found.status() == Investigation.Status.UNDETERMINED
                                ? "–"
                                : words.say("investigation.stage", leading.stage()) + ", "
                                        + words.percent(leading.probability())))));
        parts.add(new Chapter.Judged(found.facts().stream()
                .filter(fact -> Math.abs(fact.forLeading()) >= TELLING)
                .sorted(Comparator.comparingDouble(Fact::forLeading).reversed())
                .map(fact -> judged(fact, words))
                .toList()));
        return new Chapter(words.say("investigation.panel"), parts);
    }

    private static Chapter.Judgement judged(Fact fact, Words words) {
        boolean speaksFor = fact.forLeading() > 0;
        return new Chapter.Judgement(
                speaksFor ? Chapter.Tone.GOOD : Chapter.Tone.UNKNOWN,
                words.say(speaksFor ? "investigation.chapter.for" : "investigation.chapter.against"),
                words.say(fact.sentence()));
    }

    @Override
    public Optional<Chapter> forCustomer(Claim claim, Words words) {
        return Optional.empty();
    }
}
