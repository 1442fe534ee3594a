package org.redress.ui;

/** One entry of a list to choose from: what is sent and what is read. */
public record Choice(String value, String text) {}
