package org.redress.handbook.web;

import java.util.List;
import java.util.Map;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.handbook.Audience;
import org.redress.handbook.Handbook;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What customers may want to know before, while and after they report something. */
@Controller
@RequestMapping(PublicHandbookPages.PATH)
class PublicHandbookPages {
    static final String PATH = "/handbook";

    private final Handbook handbook;
    private final Merchants merchants;

    PublicHandbookPages(Handbook handbook, Merchants merchants) {
        this.handbook = handbook;
        this.merchants = merchants;
    }

    /** @param shop where the reader comes from, by the name in its addresses; without one no shop is named */
    @GetMapping
    ModelAndView contents(Frame frame, @RequestParam(defaultValue = "") String shop) {
        var chapters = handbook.chapters(Audience.CUSTOMERS, frame.words().locale());
        return new ModelAndView(
                "handbook/publicContents", Map.of("page", new PublicContentsPage(frame, chapters, shop(shop))));
    }

    @GetMapping("/{chapter}")
    ModelAndView chapter(Frame frame, @PathVariable String chapter, @RequestParam(defaultValue = "") String shop) {
        var page = ChapterPage.of(handbook, Audience.CUSTOMERS, chapter, frame, List.of())
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return new ModelAndView("handbook/public", Map.of("page", new PublicChapterPage(page, shop(shop))));
    }

    private PublicShop shop(String slug) {
        return merchants.bySlug(slug).map(PublicHandbookPages::of).orElse(PublicShop.NONE);
    }

    private static PublicShop of(Merchant merchant) {
        return new PublicShop(merchant.name(), merchant.slug());
    }
}
