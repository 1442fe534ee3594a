package org.redress.claims.model;

import java.util.List;
import org.redress.claims.model.StatementText.Word;

/** Colours that have one name in English and one in Chinese ({@code claims/intake/tints.txt}). */
final class Tints {
    private static final List<String> LINES = IntakeFiles.lines("tints.txt");
    private static final WordLists LISTS = new WordLists(LINES);
    private static final List<String> NAMES = LINES.stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .distinct()
            .toList();

    private Tints() {}

    /** Its first Chinese character: 红. */
    static String inChinese(String name) {
        return LINES.stream()
                .filter(line -> line.startsWith(name + " "))
                .flatMapToInt(String::codePoints)
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse(name);
    }

    /** The colours that the words name here. */
    static List<String> names(List<Word> words, int at) {
        return NAMES.stream().filter(name -> LISTS.has(name, words, at)).toList();
    }
}
