package org.redress.manners.model;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.manners.Draft;
import org.redress.manners.Draft.Purpose;
import org.redress.manners.Rule;

/** The rules ({@code manners/rules.tsv}), and for which messages and parts of letters each holds. */
final class Rulebook {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Set<Purpose>> messages = new LinkedHashMap<>();
    private final Map<String, Set<Purpose>> parts = new LinkedHashMap<>();

    private Rulebook() {}

    static Rulebook read() {
        var book = new Rulebook();
        for (var row : MannersFiles.rows("rules.tsv")) {
            var name = row.get(0);
            book.rules.put(
                    name,
                    new Rule(
                            name,
                            Rule.Kind.valueOf(row.get(1)),
                            List.of(row.get(2).split(" ", -1))));
            book.messages.put(name, purposes(row.get(3)));
            book.parts.put(name, purposes(row.get(4)));
        }
        return book;
    }

    private static Set<Purpose> purposes(String field) {
        if (field.equals("-")) {
            return Set.of();
        }
        if (field.equals("all")) {
            return EnumSet.allOf(Purpose.class);
        }
        var purposes = EnumSet.noneOf(Purpose.class);
        for (var name : field.split(" ", -1)) {
            purposes.add(Purpose.valueOf(name));
        }
        return purposes;
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    Rule rule(String name) {
        var rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("There is no rule " + name);
        }
        return rule;
    }

    boolean holds(String name, Draft draft) {
        return (draft.part() ? parts : messages).getOrDefault(name, Set.of()).contains(draft.purpose());
    }
}
