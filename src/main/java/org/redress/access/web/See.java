package org.redress.access.web;

import org.springframework.web.servlet.view.RedirectView;

/** After an act the browser goes to a page with GET (303), so that reloading repeats nothing. */
final class See {
    private See() {}

    static RedirectView other(String path) {
        var view = new RedirectView(path, true, false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
