package org.redress.handbook;

import java.util.List;
import org.redress.handbook.CaseStudy.OfCause;
import org.redress.handbook.CaseStudy.OfGoods;
import org.redress.handbook.CaseStudy.OfMoment;
import org.redress.handbook.CaseStudy.OfPhotos;
import org.redress.handbook.CaseStudy.OfRemedy;
import org.redress.handbook.CaseStudy.OfWords;

/** What is asked of a case. Under {@code handbook.case.} and its name stands the question in the word files. */
public enum Ask {
    /** Which of the 21 causes fits. */
    CAUSE(OfCause.class, "how-to-choose", "question"),
    /** At which place on the way it is counted. */
    PLACE(OfCause.class, "learned"),
    /** Whom else it concerns, and what may be said of them (domain.md F12, R54). */
    CONCERNS(OfCause.class, "secret", "swap"),
    /** Which remedy is enough by itself. */
    REMEDY(OfRemedy.class, "options"),
    /** Which kind of problem it is, by what was ordered and what came. */
    DIFFERENCE(OfGoods.class, "check"),
    /** For which one photo to ask. */
    EVIDENCE(OfPhotos.class, "evidence"),
    /** What happens next. */
    NEXT(OfMoment.class, "six-steps"),
    /** Which promise runs. */
    PROMISE(OfMoment.class, "prompt"),
    /** Which of several drafts to send. */
    DRAFT(OfWords.class, "state");

    private final Class<? extends CaseStudy> kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> anchors;

    Ask(Class<? extends CaseStudy> kind, String... anchors) {
        this.kind = kind;
        this.anchors = List.of(anchors);
    }

    /** Of which cases it can be asked. */
    public Class<? extends CaseStudy> kind() {
        return kind;
    }

    /** The section of this chapter to read again; empty where it has none. */
    public String anchor(Chapter chapter) {
        return chapter.headings().stream()
                .map(Chapter.Heading::anchor)
                .filter(anchors::contains)
                .findFirst()
                .orElse("");
    }

    /**
     * What the test of a chapter asks of cases. Nothing in {@code why}: it is about what the reader thinks of claims, which no
     * single case decides.
     */
    public static List<Ask> of(String chapter) {
        return switch (chapter) {
            case "process" -> List.of(NEXT);
            case "principles" -> List.of(PROMISE);
            case "causes" -> List.of(CAUSE);
            case "procedure" -> List.of(DIFFERENCE, EVIDENCE);
            case "manners" -> List.of(DRAFT);
            case "fairness" -> List.of(CONCERNS);
            case "remedies" -> List.of(REMEDY);
            case "finding" -> List.of(CAUSE, CONCERNS);
            case "learning" -> List.of(PLACE);
            default -> List.of();
        };
    }

    /** Every kind of case that these ask about, once. */
    public static List<? extends Class<? extends CaseStudy>> kinds(List<Ask> asks) {
        return asks.stream().map(Ask::kind).distinct().toList();
    }
}
