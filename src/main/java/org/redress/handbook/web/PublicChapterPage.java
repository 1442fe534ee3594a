package org.redress.handbook.web;

/** What {@code handbook/public.jte} shows. */
public record PublicChapterPage(ChapterPage read, PublicShop shop) {}
