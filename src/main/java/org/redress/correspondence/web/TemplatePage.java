package org.redress.correspondence.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.TemplateVersion;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * One template in one language: to write, to see, to go back to.
 *
 * @param path of this page
 * @param title how the template is called
 * @param seen the number of the last version
 * @param refusal why it was not saved, where that is no fault of a field
 * @param faults by field; those of the text stand in the preview
 * @param beside the same template in the other language, or null
 * @param versions the newest first; none of a new template
 * @param retirable whether agents are offered it
 */
public record TemplatePage(
        Frame frame,
        String path,
        String title,
        List<Tab> tabs,
        MessageTemplates.Form form,
        int seen,
        @Nullable String refusal,
        Map<String, String> faults,
        List<Choice> purposes,
        Preview preview,
        @Nullable Beside beside,
        List<Gap> gaps,
        List<Version> versions,
        boolean retirable) {
    /** A language to go to. */
    public record Tab(String text, String href, boolean current) {}

    /** @param code of its language */
    public record Beside(
            String language,
            String code,
            String href,
            @Nullable String body) {}

    /** What can be filled in: as it is written, and what it may say. */
    public record Gap(String word, String example) {}

    /** @param by whose it is, in the reader’s words */
    public record Version(TemplateVersion is, String by, String href, boolean last) {}

    /**
     * How a text reads on a made-up case.
     *
     * @param code of the language it is in
     * @param missing what is left out
     * @param faults why it cannot be read
     * @param advice of the coach; null where there is none
     */
    public record Preview(
            String code,
            boolean sparse,
            String text,
            List<String> missing,
            List<String> faults,
            @Nullable List<String> advice) {}

    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public int next() {
        return seen + 1;
    }
}
