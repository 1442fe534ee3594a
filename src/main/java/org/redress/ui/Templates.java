package org.redress.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a piece of page from a template by name, for a {@link Panel} or an answer to htmx. */
@Component
public class Templates {
    private final TemplateEngine engine;

    Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    public Content content(String template, Map<String, Object> parameters) {
        return output -> engine.render(template + ".jte", parameters, output);
    }
}
