package org.redress.correspondence.web;

import org.redress.ui.Frame;

/**
 * The thread on a page of its own, where a message could not be taken: what was typed is kept.
 *
 * @param shop the merchant's name
 * @param back the page of the claim
 */
public record ComposePage(Frame frame, MessageThread thread, String number, String shop, String back) {}
