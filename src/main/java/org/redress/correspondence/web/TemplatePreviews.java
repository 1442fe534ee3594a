package org.redress.correspondence.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.TemplateGap;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Matter;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Shows how a text reads, and what the coach thinks of it. */
@Component
class TemplatePreviews {
    private final MessageTemplates templates;
    private final Coach coach;

    TemplatePreviews(MessageTemplates templates, Coach coach) {
        this.templates = templates;
        this.coach = coach;
    }

    /** @param sparse whether little is known of the made-up case */
    TemplatePage.Preview of(
            MerchantId merchant, Locale language, MessageTemplates.Form form, boolean sparse, Words words) {
        try {
            var drafted = templates.preview(merchant, language, form.body(), !sparse);
            return new TemplatePage.Preview(
                    language.toLanguageTag(),
                    sparse,
                    drafted.text(),
                    drafted.missing().stream().map(words::say).toList(),
                    List.of(),
                    advice(merchant, language, form.purpose(), drafted.text(), sparse, words));
        } catch (Refused refused) {
            var faults = refused.refusal().faults().stream()
                    .map(fault -> words.say(fault.message()))
                    .toList();
            return new TemplatePage.Preview(language.toLanguageTag(), sparse, "", List.of(), faults, null);
        }
    }

    private @Nullable List<String> advice(
            MerchantId merchant, Locale language, String purpose, String text, boolean sparse, Words words) {
        var known = Arrays.stream(Draft.Purpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst();
        if (known.isEmpty() || text.isBlank()) {
            return null;
        }
        var matter = matter(templates.example(merchant, language), !sparse, words.today());
        return coach.read(new Draft(text, language, known.get()), matter).stream()
                .map(advice -> say(advice, words))
                .toList();
    }

    private static String say(Advice advice, Words words) {
        var key = "manners.rule." + advice.rule().name();
        var rule = words.knows(key) ? words.say(key) : advice.rule().name();
        return advice.said().isBlank() ? rule : words.say("templates.preview.coach.said", rule, advice.said());
    }

    /** The made-up case as the coach sees it. */
    private static Matter matter(Map<TemplateGap, String> example, boolean known, LocalDate today) {
        var numbers = Set.of(
                example.getOrDefault(TemplateGap.CLAIM_NUMBER, "-"),
                example.getOrDefault(TemplateGap.ORDER_NUMBER, ""));
        var articles =
                List.of(example.getOrDefault(TemplateGap.ORDERED, ""), example.getOrDefault(TemplateGap.CAME, ""));
        return new Matter(
                new Matter.Person(example.get(TemplateGap.CUSTOMER_NAME), null, null, List.of()),
                numbers,
                articles,
                null,
                known,
                known,
                today,
                null,
                null,
                Matter.Others.nobody());
    }
}
