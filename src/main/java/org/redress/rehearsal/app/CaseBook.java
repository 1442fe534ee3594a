package org.redress.rehearsal.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.redress.orders.Product;
import org.redress.rehearsal.KnownCase;
import org.redress.rehearsal.KnownCases;
import org.redress.rehearsal.Lesson;
import org.redress.rehearsal.model.Article;
import org.redress.rehearsal.model.Catalogue;
import org.redress.rehearsal.model.Lessons;
import org.springframework.stereotype.Component;

@Component
class CaseBook implements KnownCases {
    private final Catalogue catalogue = new Catalogue();
    private final Lessons lessons = new Lessons(catalogue);

    @Override
    public List<Product> products() {
        return catalogue.articles().stream().map(Article::product).toList();
    }

    @Override
    public KnownCase open(Lesson lesson, Locale language, int number, Instant now) {
        return lessons.open(lesson, language, number, now);
    }
}
