package org.redress.handbook;

import java.util.List;

/**
 * A chapter in one language.
 *
 * @param slug its name in addresses, the same in both languages
 * @param number from 1, among those for the same readers
 * @param lead one or two sentences that stand under the title
 * @param sources rows of domain.md that it is about, such as {@code R41}
 * @param headings of its sections, in order
 */
public record Chapter(
        String slug,
        int number,
        Audience audience,
        String title,
        String lead,
        List<String> sources,
        List<Heading> headings,
        List<Part> parts) {
    /** A section, and the anchor that leads to it. */
    public record Heading(String anchor, String text) {}

    /** What a chapter is made of, from top to bottom. */
    public sealed interface Part {
        /** @param html safe: what somebody wrote as HTML stands in it as text */
        record Prose(String html) implements Part {}

        /** @param name of {@link Handbook#picture} */
        record Picture(String name) implements Part {}

        /** What to write, and what not to. */
        record Lines(List<Line> lines) implements Part {}

        /** The table of the causes that can be recorded. */
        record Causes() implements Part {}

        /** The rules of the coach. */
        record Rules() implements Part {}
    }

    /** One line of a conversation, as it should or should not be said. */
    public record Line(boolean good, String text) {}
}
