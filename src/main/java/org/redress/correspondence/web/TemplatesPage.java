package org.redress.correspondence.web;

import java.util.List;
import org.redress.manners.Draft;
import org.redress.ui.Frame;

/** All templates of a shop. */
public record TemplatesPage(Frame frame, List<Row> rows) {
    /**
     * @param href to its text in the reader’s language
     * @param texts one for each language
     */
    public record Row(String name, String href, Draft.Purpose purpose, List<Text> texts) {}

    /**
     * @param language its code
     * @param tone of the state, as {@code ui.state} has them
     */
    public record Text(String language, String href, String state, String tone) {}
}
