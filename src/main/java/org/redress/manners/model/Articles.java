package org.redress.manners.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks {@code #article}: what was ordered or came, by its name, by what kind of thing it is, or by its number; and
 * {@code #variant}: the colour or size by which people call it once both know what is meant, as in “the blue one”.
 */
final class Articles {
    private static final Set<String> NOT_A_THING = Set.of(
            "red", "blue", "green", "black", "white", "grey", "gray", "yellow", "pink", "brown", "navy", "orange",
            "purple", "beige", "silver", "gold", "dark", "light", "small", "medium", "large", "size", "with", "and",
            "for", "the", "pack", "set", "piece", "pieces", "pair", "litre", "ml", "cm", "mm", "kg", "new", "case",
            "of", "in");
    private static final Set<String> SIZES = Set.of("xs", "xl", "xxl", "xxxl");
    private static final Set<String> VARIANTS = Set.of(
            "red", "blue", "green", "black", "white", "grey", "gray", "yellow", "pink", "brown", "navy", "purple",
            "beige", "silver", "small", "medium", "large");
    private static final String CHINESE_VARIANTS = "红蓝绿黑白灰黄粉棕橙紫大小";
    private static final String NOT_A_CHINESE_THING = "红蓝绿黑白灰黄粉棕橙紫米金银深浅色大小中号码件套个款新";

    private Articles() {}

    static void mark(Text text, List<String> articles) {
        var words = new HashSet<String>();
        var pairs = new HashSet<String>();
        var variants = new HashSet<String>();
        for (var article : articles) {
            var forms = Text.forms(article);
            for (int i = 0; i < forms.size(); i++) {
                var form = forms.get(i);
                if (VARIANTS.contains(form) || (isHan(form) && CHINESE_VARIANTS.contains(form))) {
                    variants.add(form);
                }
                if (isHan(form)) {
                    pair(forms, i, pairs);
                } else if (SIZES.contains(form) || isSize(form)) {
                    words.add(form);
                } else if (form.length() > 2 && Character.isLetter(form.charAt(0)) && !NOT_A_THING.contains(form)) {
                    words.add(form);
                    words.add(form.endsWith("s") ? form.substring(0, form.length() - 1) : form + "s");
                } else if (form.length() > 2
                        && Character.isDigit(form.charAt(0))
                        && forms.size() <= 6
                        && article.indexOf(' ') < 0) {
                    words.add(form);
                }
            }
        }
        for (int at = 0; at < text.size(); at++) {
            if (words.contains(text.form(at))) {
                text.mark("article", at, at + 1);
            } else if (pairs.contains(text.form(at) + text.form(at + 1))) {
                text.mark("article", at, at + 2);
            } else if (variants.contains(text.form(at)) && isForAThing(text, at)) {
                text.mark("variant", at, at + 1);
            }
        }
    }

    /** {@code 43} of a boot: a number of two or three figures. */
    private static boolean isSize(String form) {
        return form.length() > 1 && form.length() < 4 && form.chars().allMatch(Character::isDigit);
    }

    /** In Chinese a lone character is a colour where 的 or 色 follows. */
    private static boolean isForAThing(Text text, int at) {
        return !isHan(text.form(at)) || Set.of("的", "色").contains(text.form(at + 1));
    }

    private static void pair(List<String> forms, int at, Set<String> pairs) {
        if (at + 1 < forms.size()
                && isHan(forms.get(at + 1))
                && NOT_A_CHINESE_THING.indexOf(forms.get(at)) < 0
                && NOT_A_CHINESE_THING.indexOf(forms.get(at + 1)) < 0) {
            pairs.add(forms.get(at) + forms.get(at + 1));
        }
    }

    private static boolean isHan(String form) {
        return Character.isIdeographic(form.codePointAt(0));
    }
}
