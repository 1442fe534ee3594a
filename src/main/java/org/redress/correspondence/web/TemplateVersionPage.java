package org.redress.correspondence.web;

import java.util.List;
import org.redress.correspondence.TemplateVersion;
import org.redress.correspondence.TextPart;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * An old version, beside another one.
 *
 * @param back the page of the template
 * @param others to compare with
 * @param with the number of the one that it is compared with
 * @param last the number of the last version
 * @param older how the older of both is called, and the newer
 */
public record TemplateVersionPage(
        Frame frame,
        TemplateVersion version,
        String back,
        List<Choice> others,
        int with,
        int last,
        String older,
        String newer,
        List<TextPart> difference) {
    public boolean isSame() {
        return difference.stream().allMatch(part -> part.kind() == TextPart.Kind.SAME);
    }
}
