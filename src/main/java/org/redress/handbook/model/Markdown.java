package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.redress.handbook.Chapter;

/** CommonMark with an anchor behind a heading: {@code ## Heading {#anchor}}. HTML in it is shown as text. */
final class Markdown {
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#([a-z0-9-]+)}$");
    private static final Parser PARSER = Parser.builder().build();

    private final Map<Node, String> anchors = new HashMap<>();
    private final List<Chapter.Heading> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final Node document;

    Markdown(String text) {
        document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchor(heading);
            }

            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
    }

    private void anchor(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            throw new IllegalArgumentException("A heading ends with its anchor");
        }
        var found = ANCHOR.matcher(text.getLiteral());
        if (!found.find()) {
            throw new IllegalArgumentException("No anchor behind: " + text.getLiteral());
        }
        text.setLiteral(text.getLiteral().substring(0, found.start()));
        anchors.put(heading, found.group(1));
        headings.add(new Chapter.Heading(found.group(1), text.getLiteral()));
    }

    String html() {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(_ -> (node, _, attributes) -> {
                    var anchor = anchors.get(node);
                    if (anchor != null) {
                        attributes.put("id", anchor);
                    }
                })
                .build()
                .render(document);
    }

    List<Chapter.Heading> headings() {
        return List.copyOf(headings);
    }

    List<String> links() {
        return List.copyOf(links);
    }
}
