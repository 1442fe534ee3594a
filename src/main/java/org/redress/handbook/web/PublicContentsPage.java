package org.redress.handbook.web;

import java.util.List;
import org.redress.handbook.Chapter;
import org.redress.ui.Frame;

/** What {@code handbook/publicContents.jte} shows. */
public record PublicContentsPage(Frame frame, List<Chapter> chapters, PublicShop shop) {}
