package org.redress.manners.model;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a customer asked: the topics that lines {@code ASKS topic} find in it, each of which a line {@code ANSWERS topic} has to
 * find in the draft. Where it is about none of them, a draft that shares a word of substance with it is taken to answer.
 */
final class Question {
    private static final String ASKS = "ASKS ";
    private static final String ANSWERS = "ANSWERS ";
    private static final int LONG_WORD = 4;
    private static final Set<String> FILLERS = Set.of(
            "what", "when", "where", "which", "will", "would", "could", "should", "have", "that", "this", "your",
            "with", "from", "about", "please", "there", "they", "them", "then", "does", "been", "just", "also", "again",
            "still", "know", "tell", "want", "need", "order", "thank", "thanks");
    private static final String CHINESE_FILLERS = "的了吗呢吧啊我你您们是不在有这那个什么怎么请问一下能可以会要想还";

    private final Set<String> topics;
    private final Text asked;

    Question(String asked, Text text, Phrasebook phrases) {
        this.asked = text;
        this.topics = phrases.find(text, asked, rule -> rule.startsWith(ASKS) ? 1 : 0).keySet().stream()
                .filter(rule -> rule.startsWith(ASKS))
                .map(rule -> rule.substring(ASKS.length()))
                .collect(Collectors.toSet());
    }

    /** Whether a line of that rule tells whether it is answered. */
    boolean needs(String rule) {
        return rule.startsWith(ANSWERS) && topics.contains(rule.substring(ANSWERS.length()));
    }

    /** @param isSaid whether a line of that rule was found in the draft */
    boolean isAnsweredBy(Text draft, Predicate<String> isSaid) {
        if (topics.isEmpty()) {
            return sharesAWord(draft);
        }
        return topics.stream()
                .allMatch(topic -> isSaid.test(ANSWERS + topic) || (topic.equals("when") && draft.hasMark("day")));
    }

    private boolean sharesAWord(Text draft) {
        var words = substance(asked);
        return words.isEmpty() || substance(draft).stream().anyMatch(words::contains);
    }

    /** Words that are about something else than the article, by how they begin; in Chinese, pairs of characters. */
    private static Set<String> substance(Text text) {
        var words = new HashSet<String>();
        for (int at = 0; at < text.size(); at++) {
            var form = text.form(at);
            var next = text.form(at + 1);
            if (text.marked("article", at) >= 0) {
                continue;
            }
            if (isHan(form) && isHan(next) && isSubstance(form) && isSubstance(next)) {
                words.add(form + next);
            } else if (form.length() >= LONG_WORD && Character.isLetter(form.charAt(0)) && !FILLERS.contains(form)) {
                words.add(form.substring(0, Math.min(form.length(), LONG_WORD + 1)));
            }
        }
        return words;
    }

    private static boolean isHan(String form) {
        return !form.isEmpty() && Character.isIdeographic(form.codePointAt(0));
    }

    private static boolean isSubstance(String form) {
        return CHINESE_FILLERS.indexOf(form) < 0;
    }
}
