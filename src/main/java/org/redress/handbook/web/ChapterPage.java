package org.redress.handbook.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CauseCode;
import org.redress.handbook.Audience;
import org.redress.handbook.Causes;
import org.redress.handbook.Chapter;
import org.redress.handbook.Handbook;
import org.redress.manners.Rule;
import org.redress.ui.Frame;
import org.springframework.web.util.HtmlUtils;

/**
 * What {@code handbook/chapter.jte} and {@code handbook/public.jte} show.
 *
 * @param rules of the coach; empty where the page does not show them
 */
public record ChapterPage(
        Frame frame,
        Chapter chapter,
        @Nullable Chapter previous,
        @Nullable Chapter next,
        List<Rule> rules,
        Handbook handbook) {
    private static final Pattern WORD = Pattern.compile("@\\{([a-z0-9.-]+)}");

    static Optional<ChapterPage> of(Handbook handbook, Audience audience, String slug, Frame frame, List<Rule> rules) {
        var chapters = handbook.chapters(audience, frame.words().locale());
        return handbook.chapter(audience, slug, frame.words().locale()).map(chapter -> {
            int at = chapters.indexOf(chapter);
            return new ChapterPage(
                    frame,
                    chapter,
                    at == 0 ? null : chapters.get(at - 1),
                    at == chapters.size() - 1 ? null : chapters.get(at + 1),
                    rules,
                    handbook);
        });
    }

    /** A drawing, its words said in the reader’s language. */
    public Content picture(String name) {
        var words = frame.words();
        var said = WORD.matcher(handbook.picture(name))
                .replaceAll(found -> Matcher.quoteReplacement(
                        HtmlUtils.htmlEscape(words.say("handbook.picture." + name + "." + found.group(1)))));
        return output -> output.writeContent(said);
    }

    public Content html(Chapter.Part.Prose prose) {
        return output -> output.writeContent(prose.html());
    }

    /**
     * Causes that are recorded under one letter pair.
     *
     * @param name the pair, such as {@code WH}
     */
    public record CauseGroup(String name, List<CauseCode> causes) {
        public String anchor() {
            return "causes-" + name.toLowerCase(Locale.ROOT);
        }
    }

    public List<CauseGroup> causeGroups() {
        var groups = new LinkedHashMap<String, List<CauseCode>>();
        for (var cause : CauseCode.values()) {
            groups.computeIfAbsent(cause.name().substring(0, 2), _ -> new ArrayList<>())
                    .add(cause);
        }
        return groups.entrySet().stream()
                .map(group -> new CauseGroup(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    public List<String> mechanisms(CauseCode cause) {
        return Causes.mechanisms(cause).stream()
                .map(mechanism -> frame.words().say("claims.mechanism." + mechanism))
                .toList();
    }

    /** Whether there are words about a rule: rules without them are not shown. */
    public List<Rule> explained() {
        return rules.stream().filter(rule -> frame.words().knows(key(rule, ""))).toList();
    }

    /** @param part nothing, {@code .why}, {@code .good} or {@code .bad} */
    public String key(Rule rule, String part) {
        return "manners.rule." + rule.name() + part;
    }
}
