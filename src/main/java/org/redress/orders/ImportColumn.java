package org.redress.orders;

/** A column of ours, such as {@code orderNumber}, and whether every row must fill it. */
public record ImportColumn(String name, boolean needed) {}
