package org.redress.settlement.web;

import java.util.List;
import java.util.Optional;
import org.redress.claims.CaseChapter;
import org.redress.claims.Chapter;
import org.redress.claims.Claim;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Writes what was carried out into the claim's whole file. */
@Component
class SettlementChapter implements CaseChapter {
    private final StepRows rows;

    SettlementChapter(StepRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Chapter> forStaff(Claim claim, Words words) {
        return chapter(words.say("settlement.chapter"), rows.judged(claim, words, true));
    }

    @Override
    public Optional<Chapter> forCustomer(Claim claim, Words words) {
        return chapter(words.say("settlement.panel.customer"), rows.judged(claim, words, false));
    }

    private static Optional<Chapter> chapter(String title, List<Chapter.Judgement> steps) {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Chapter(title, List.of(new Chapter.Judged(steps))));
    }
}
