package org.redress.handbook.web;

import java.util.List;
import java.util.Map;
import org.redress.handbook.Attempts.Progress;
import org.redress.handbook.Attempts.Standing;
import org.redress.handbook.Chapter;
import org.redress.ui.Frame;

/** What {@code handbook/contents.jte} shows. */
public record ContentsPage(
        Frame frame, List<Chapter> chapters, Map<String, Progress> progress, List<Standing> standings) {
    public boolean isRead(Chapter chapter) {
        return progress.containsKey(chapter.slug());
    }

    public boolean isPassed(Chapter chapter) {
        return progress.get(chapter.slug()) == Progress.PASSED;
    }

    public long passed() {
        return chapters.stream().filter(this::isPassed).count();
    }
}
