package org.redress.handbook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.redress.handbook.Audience;
import org.redress.handbook.Chapter;
import org.redress.handbook.Chapter.Part;

class ChapterFileTest {
    private static final String HEAD = "---\ntitle: Title\nlead: Lead.\nsources: R1 R2\n---\n";

    private static Chapter read(String body) {
        return ChapterFile.read(HEAD + body).chapter("slug", 1, Audience.STAFF);
    }

    @Test
    void a_heading_has_the_anchor_that_stands_behind_it() {
        var chapter = read("## Go on {#go-on}\nText.\n");
        assertThat(chapter.headings()).containsExactly(new Chapter.Heading("go-on", "Go on"));
        assertThat(chapter.parts()).containsExactly(new Part.Prose("<h2 id=\"go-on\">Go on</h2>\n<p>Text.</p>\n"));
        assertThat(chapter.sources()).containsExactly("R1", "R2");
    }

    @Test
    void html_is_shown_as_text_and_a_script_is_no_address() {
        var chapter = read("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>bold</b>\n");
        var html = ((Part.Prose) chapter.parts().getFirst()).html();
        assertThat(html).doesNotContain("<script", "javascript:", "<b>").contains("&lt;script&gt;", "&lt;b&gt;");
    }

    @Test
    void good_and_bad_lines_stand_together_and_what_follows_is_prose_again() {
        var chapter = read("Before.\n\n::bad No.\n::good Yes.\n\nAfter.\n::causes\n");
        assertThat(chapter.parts()).hasSize(4);
        assertThat(chapter.parts().get(1))
                .isEqualTo(new Part.Lines(
                        java.util.List.of(new Chapter.Line(false, "No."), new Chapter.Line(true, "Yes."))));
        assertThat(chapter.parts().get(3)).isEqualTo(new Part.Causes());
    }

    @Test
    void what_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("::nothing\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> read("## Without anchor\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChapterFile.read("# No head").chapter("slug", 1, Audience.STAFF));
    }

    @Test
    void a_screen_is_told_by_the_row_that_says_most_of_its_path() {
        var screens = Screens.read("# remark\n/desk/claims\ta#a\n/desk/claims/*\tb#b\n/desk/claims/new\tc#c\n");
        assertThat(screens.target("/desk/claims")).contains("a#a");
        assertThat(screens.target("/desk/claims/42/messages")).contains("b#b");
        assertThat(screens.target("/desk/claims/new")).contains("c#c");
        assertThat(screens.target("/desk/orders")).isEmpty();
        assertThat(screens.target("/")).isEmpty();
    }
}
