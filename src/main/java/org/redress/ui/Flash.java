package org.redress.ui;

import org.redress.kernel.Phrase;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page after a redirect says once: "Saved." */
public record Flash(Phrase says, boolean good) {
    static final String NAME = "flash";

    /** Something was done. */
    public static void done(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, true));
    }

    /** Something was not done, and why. */
    public static void refused(RedirectAttributes redirect, Phrase says) {
        redirect.addFlashAttribute(NAME, new Flash(says, false));
    }
}
