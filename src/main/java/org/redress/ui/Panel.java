package org.redress.ui;

import gg.jte.Content;

/**
 * A part of a page that another module draws.
 *
 * @param id the HTML id of its section, also an anchor
 * @param title already said in the reader's language
 * @param order smaller stands higher
 */
public record Panel(String id, String title, int order, Content body) {}
