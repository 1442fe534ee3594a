package org.redress.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;

/** A chapter of a claim's whole file, in the reader's words: what it says, not how it is set. */
public record Chapter(String title, List<Part> parts) {
    public sealed interface Part {}

    /** What is said on one line each: a name and what it is. */
    public record Facts(List<Fact> facts) implements Part {}

    public record Fact(String name, String value) {}

    /** @param wide how many of the columns, from the left, hold more than a number */
    public record Table(List<String> head, List<List<String>> rows, int wide) implements Part {}

    public record Paragraph(String text) implements Part {}

    /** What somebody wrote, word for word. */
    public record Quote(@Nullable String by, String text) implements Part {}

    /** Something that was judged, and how. */
    public record Judged(List<Judgement> judgements) implements Part {}

    public record Judgement(Tone tone, String outcome, String text) {}

    public enum Tone {
        GOOD,
        BAD,
        UNKNOWN,
        PLAIN
    }

    public record Pictures(List<Picture> pictures) implements Part {}

    /** @param shown whether there is something to show of it */
    public record Picture(EvidenceId file, boolean shown, String caption) {}

    /** What happened, one after the other. */
    public record Moments(List<Moment> moments) implements Part {}

    /**
     * @param by who it was, by their part in it
     * @param note what was said with it, word for word
     */
    public record Moment(
            String at, String by, String what, @Nullable String note) {}
}
