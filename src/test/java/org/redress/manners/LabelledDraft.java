package org.redress.manners;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Matter.Others;
import org.redress.manners.Matter.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draft of which people have said what the coach should say: {@code manners/<set>/drafts.<language>.jsonl}, with what is
 * known of each case in {@code cases.<language>.json} beside it.
 *
 * @param labels names of the rules that should speak
 */
public record LabelledDraft(String id, Draft draft, Matter matter, Set<String> labels) {
    /** The drafts of a set in one language; empty where the set is not there. */
    public static Optional<List<LabelledDraft>> read(String set, Locale language) {
        var folder = "/manners/" + set + "/";
        try (var cases = open(folder + "cases." + language + ".json");
                var drafts = open(folder + "drafts." + language + ".jsonl")) {
            if (cases == null || drafts == null) {
                return Optional.empty();
            }
            return Optional.of(drafts(cases, drafts, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the rules that the coach says something by. */
    public Set<String> said(Coach coach) {
        var said = new HashSet<String>();
        coach.read(draft, matter).forEach(advice -> said.add(advice.rule().name()));
        return said;
    }

    private static @Nullable InputStream open(String file) {
        return LabelledDraft.class.getResourceAsStream(file);
    }

    private static List<LabelledDraft> drafts(InputStream cases, InputStream drafts, Locale language)
            throws IOException {
        var matters = new HashMap<String, Matter>();
        JsonMapper.shared()
                .readTree(cases)
                .properties()
                .forEach(each -> matters.put(each.getKey(), matter(each.getValue())));
        var all = new ArrayList<LabelledDraft>();
        for (var line : new String(drafts.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList()) {
            var node = JsonMapper.shared().readTree(line);
            var id = node.path("id").asString();
            var matter = matters.get(node.path("case").asString());
            if (matter == null) {
                throw new IllegalStateException("The case of the draft " + id + " is not described");
            }
            var draft = new Draft(
                    node.path("text").asString(),
                    language,
                    Purpose.valueOf(node.path("purpose").asString()));
            all.add(new LabelledDraft(id, draft, matter, Set.copyOf(texts(node.path("labels")))));
        }
        return all;
    }

    private static Matter matter(JsonNode node) {
        var others = node.path("others");
        return new Matter(
                person(node.path("customer")),
                Set.copyOf(texts(node.path("numbers"))),
                texts(node.path("articles")),
                text(node.path("asked")),
                node.path("causeKnown").asBoolean(),
                node.path("evidenceSeen").asBoolean(),
                LocalDate.parse(node.path("today").asString()),
                Optional.ofNullable(text(node.path("soonest")))
                        .map(LocalDate::parse)
                        .orElse(null),
                money(node.path("most")),
                new Others(
                        each(others.path("people")).map(LabelledDraft::person).toList(),
                        Set.copyOf(texts(others.path("numbers"))),
                        Set.copyOf(texts(others.path("colleagues")))));
    }

    private static @Nullable Money money(JsonNode node) {
        return node.isObject()
                ? Money.parse(
                                node.path("amount").asString(),
                                Currency.getInstance(node.path("currency").asString()))
                        .orElseThrow()
                : null;
    }

    private static Person person(JsonNode node) {
        return new Person(
                text(node.path("name")),
                text(node.path("email")),
                text(node.path("phone")),
                texts(node.path("address")));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static List<String> texts(JsonNode node) {
        return each(node).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
