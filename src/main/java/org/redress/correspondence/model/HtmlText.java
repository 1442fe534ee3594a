package org.redress.correspondence.model;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person would read of an HTML mail, as plain text; quoted parts with {@code >} before each line. */
final class HtmlText {
    private static final Set<String> UNSEEN = Set.of(
            "script", "style", "head", "title", "template", "noscript", "object", "iframe", "svg", "form", "select");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "table",
            "ul",
            "ol",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "center",
            "dl",
            "dt",
            "dd");

    private HtmlText() {}

    static String of(String html) {
        var document = Jsoup.parse(html);
        document.select(String.join(",", UNSEEN)).remove();
        document.select("[style]").removeIf(HtmlText::isHidden);
        document.select("[hidden]").remove();
        var lines = new Lines();
        document.body().traverse(lines);
        return lines.text()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static boolean isHidden(Element element) {
        var style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("display:none") || style.contains("visibility:hidden");
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int quoted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("blockquote")) {
                    quoted--;
                }
                if (isBlock(element)) {
                    end();
                }
            }
        }

        private void begin(Element element) {
            var name = element.normalName();
            if (name.equals("br")) {
                text.append('\n');
            } else if (name.equals("li")) {
                end();
                add("• ");
            } else if (isBlock(element)) {
                end();
            } else if (name.equals("td") && element.previousElementSibling() != null) {
                add(" ");
            }
            if (name.equals("blockquote")) {
                quoted++;
            }
        }

        private static boolean isBlock(Element element) {
            return BLOCKS.contains(element.normalName()) || element.normalName().equals("li");
        }

        private void end() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        private void add(String words) {
            var said = words.replaceAll("[\\s\\u00a0]+", " ");
            boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            if (atStart) {
                said = said.stripLeading();
                if (said.isEmpty()) {
                    return;
                }
                text.append("> ".repeat(Math.clamp(quoted, 0, 5)));
            }
            text.append(said);
        }

        String text() {
            return text.toString();
        }
    }
}
