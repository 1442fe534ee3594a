package org.redress.correspondence.model;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.correspondence.TextPart;

/** What became of a text. */
public final class TextComparison {
    /** A tag of a template, a word, or any other character by itself: Chinese is read so. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\{\\{[^{}\\n]{0,80}\\}\\}|[\\p{L}\\p{N}’&&[^\\p{IsHan}]]+|.",
            Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private TextComparison() {}

    public static List<TextPart> between(String before, String after) {
        var old = tokens(before);
        var young = tokens(after);
        var parts = new ArrayList<TextPart>();
        int at = 0;
        for (var delta :
                DiffUtils.diff(old, young, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            add(parts, old.subList(at, delta.getSource().getPosition()), TextPart.Kind.SAME);
            add(parts, delta.getSource().getLines(), TextPart.Kind.GONE);
            add(parts, delta.getTarget().getLines(), TextPart.Kind.ADDED);
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, old.subList(at, old.size()), TextPart.Kind.SAME);
        return parts;
    }

    private static void add(List<TextPart> parts, List<String> tokens, TextPart.Kind kind) {
        if (!tokens.isEmpty()) {
            parts.add(new TextPart(String.join("", tokens), kind));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }
}
