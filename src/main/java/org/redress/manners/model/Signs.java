package org.redress.manners.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only at signs with which it can begin: at most places of a text that is one look.
 * It must not begin with a look at what stands before unless that may be missing.
 */
final class Signs {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Pattern pattern;
    /** Whether it can begin with a sign; 0 where nobody has asked yet. */
    private final byte[] beginnings = new byte[Character.MAX_VALUE + 1];

    private Signs(Pattern pattern) {
        this.pattern = pattern;
    }

    static Signs of(String pattern) {
        return new Signs(Pattern.compile(pattern));
    }

    Search in(String text) {
        return new Search(text);
    }

    /** Only the end of the input tells that a sign may begin it and more has to follow. */
    @SuppressWarnings("JdkObsolete")
    private boolean canBeginWith(char sign) {
        byte known = beginnings[sign];
        if (known == 0) {
            var matcher = pattern.matcher(String.valueOf(sign));
            known = Character.isSurrogate(sign) || matcher.lookingAt() || matcher.hitEnd() ? YES : NO;
            beginnings[sign] = known;
        }
        return known == YES;
    }

    /** One search through a text. */
    final class Search {
        private final String text;
        private final Matcher matcher;
        private int at;

        private Search(String text) {
            this.text = text;
            this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }

        boolean find() {
            for (int from = at; from < text.length(); from++) {
                if (canBeginWith(text.charAt(from))
                        && matcher.region(from, text.length()).lookingAt()) {
                    at = Math.max(matcher.end(), from + 1);
                    return true;
                }
            }
            at = text.length();
            return false;
        }

        int start() {
            return matcher.start();
        }

        int start(int number) {
            return matcher.start(number);
        }

        int end() {
            return matcher.end();
        }

        String group() {
            return matcher.group();
        }

        @Nullable
        String group(int number) {
            return matcher.group(number);
        }
    }
}
