package org.redress.handbook.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.handbook.Audience;
import org.redress.handbook.Chapter;
import org.redress.handbook.Handbook;
import org.redress.handbook.Question;
import org.redress.handbook.model.ChapterFile;
import org.redress.handbook.model.QuestionFile;
import org.redress.handbook.model.Screens;
import org.redress.ui.Guide;
import org.redress.ui.Languages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Everything that is written, read once when the server starts: what is written wrongly keeps it from starting. */
@Component
class Shelf implements Handbook, Guide {
    private static final String CONTENTS = "/desk/handbook";
    private static final Pattern PICTURE = Pattern.compile("[a-z-]+");

    private static final Map<Audience, List<String>> CHAPTERS = Map.of(
            Audience.STAFF,
            List.of(
                    "why",
                    "process",
                    "principles",
                    "causes",
                    "procedure",
                    "manners",
                    "fairness",
                    "remedies",
                    "finding",
                    "learning"),
            Audience.CUSTOMERS,
            List.of("steps", "next", "deciding", "rights"));

    private final Map<Locale, Map<Audience, List<Chapter>>> chapters = new HashMap<>();
    private final Map<Locale, Map<String, List<Question>>> questions = new HashMap<>();
    private final Map<String, String> pictures = new HashMap<>();
    private final Screens screens = Screens.read(text("screens.tsv"));

    Shelf() {
        for (var language : Languages.ALL) {
            var folder = language.getLanguage();
            var books = new EnumMap<Audience, List<Chapter>>(Audience.class);
            for (var audience : Audience.values()) {
                var shelf = folder + (audience == Audience.STAFF ? "/" : "/customers/");
                var book = new ArrayList<Chapter>();
                for (var slug : CHAPTERS.getOrDefault(audience, List.of())) {
                    var chapter = ChapterFile.read(text(shelf + slug + ".md")).chapter(slug, book.size() + 1, audience);
                    book.add(chapter);
                    chapter.parts().forEach(this::keepPicture);
                }
                books.put(audience, List.copyOf(book));
            }
            chapters.put(language, books);
            var banks = new HashMap<String, List<Question>>();
            for (var slug : CHAPTERS.getOrDefault(Audience.STAFF, List.of())) {
                banks.put(slug, QuestionFile.read(text(folder + "/questions/" + slug + ".txt")));
            }
            questions.put(language, banks);
        }
    }

    private void keepPicture(Chapter.Part part) {
        if (part instanceof Chapter.Part.Picture(var name)) {
            if (!PICTURE.matcher(name).matches()) {
                throw new IllegalArgumentException("No picture is called " + name);
            }
            pictures.computeIfAbsent(name, _ -> text("pictures/" + name + ".svg"));
        }
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("handbook/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Chapter> chapters(Audience audience, Locale language) {
        return chapters.getOrDefault(Languages.nearest(language), Map.of()).getOrDefault(audience, List.of());
    }

    /** In the order of the file. */
    List<Question> bank(String chapter, Locale language) {
        return questions.getOrDefault(Languages.nearest(language), Map.of()).getOrDefault(chapter, List.of());
    }

    @Override
    public Optional<Question> question(String chapter, String id, Locale language) {
        return bank(chapter, language).stream()
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    @Override
    public String picture(String name) {
        var picture = pictures.get(name);
        if (picture == null) {
            throw new IllegalArgumentException("No picture " + name);
        }
        return picture;
    }

    @Override
    public String contents() {
        return CONTENTS;
    }

    @Override
    public Optional<String> about(String path) {
        return screens.target(path).map(target -> CONTENTS + "/" + target);
    }
}
