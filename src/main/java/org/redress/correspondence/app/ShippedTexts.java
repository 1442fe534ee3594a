package org.redress.correspondence.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.correspondence.TemplateVersion;
import org.redress.correspondence.model.MessageRules;
import org.redress.correspondence.model.ShippedTemplate;
import org.redress.kernel.Actor;
import org.redress.ui.Languages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts that come with the product: a file each, its first line the name. */
@Component
class ShippedTexts {
    private final List<TemplateVersion> all;

    ShippedTexts() {
        var texts = new ArrayList<TemplateVersion>();
        for (var template : ShippedTemplate.values()) {
            for (var language : Languages.ALL) {
                texts.add(read(template, language));
            }
        }
        all = List.copyOf(texts);
    }

    List<TemplateVersion> all() {
        return all;
    }

    Optional<TemplateVersion> find(String template, Locale language) {
        return all.stream()
                .filter(text ->
                        text.template().equals(template) && text.language().equals(language))
                .findFirst();
    }

    private static TemplateVersion read(ShippedTemplate template, Locale language) {
        try {
            var file = "correspondence/templates/%s.%s.txt".formatted(template.key(), language.getLanguage());
            var text = MessageRules.tidy(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
            int name = text.indexOf('\n');
            return new TemplateVersion(
                    template.key(),
                    language,
                    TemplateVersion.SHIPPED,
                    text.substring(0, name),
                    template.purpose(),
                    text.substring(name).strip(),
                    new Actor.Product(),
                    null,
                    Instant.EPOCH,
                    false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
