package org.redress.claims.web.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Feelings;
import org.redress.claims.LegalFlag;
import org.redress.claims.SavedView;
import org.redress.claims.web.desk.Swap;
import org.redress.evidence.EvidenceItem;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * The queue: the most urgent first.
 *
 * @param ask what is asked
 * @param tabs what is asked again and again
 * @param staff whom claims can be given to
 * @param names of all there are
 * @param mayShare whether the reader may save a view for all
 * @param next where the next page starts, or null
 */
public record QueuePage(
        Frame frame,
        QueueAsk ask,
        Tabs tabs,
        List<Row> rows,
        List<Account> staff,
        Map<UUID, String> names,
        boolean mayAct,
        boolean mayShare,
        @Nullable String next) {
    /** The view that asks just this, or null. */
    public @Nullable SavedView kept() {
        return tabs.saved().stream().filter(tabs::isLit).findFirst().orElse(null);
    }

    /** Whether a tab is asked for and nothing else. */
    public boolean isWide() {
        return ask.text().isEmpty() && !ask.isNarrowed();
    }

    public List<Choice> dues() {
        return choices("desk.filter.due", QueueAsk.Due.values());
    }

    public List<Choice> whose() {
        var ready = Stream.of(QueueAsk.Whose.values()).filter(each -> each != QueueAsk.Whose.ONE);
        return Stream.concat(
                        choices("desk.filter.whose", ready.toArray(QueueAsk.Whose[]::new)).stream(),
                        staff.stream().map(each -> new Choice(each.id().toString(), each.name())))
                .toList();
    }

    /** What narrows the question down. */
    public List<String> narrowedBy() {
        return ask.narrowedBy(frame.words(), names);
    }

    public List<Choice> languages() {
        return Stream.of("", "en", "zh")
                .map(language -> new Choice(
                        language, frame.words().say("desk.filter.language." + (language.isEmpty() ? "any" : language))))
                .toList();
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> new Choice(QueueAsk.low(value), frame.words().say(prefix, value)))
                .toList();
    }

    /**
     * @param counts of the tabs and saved views, in their order; empty where nobody has counted
     */
    public record Tabs(
            QueueAsk ask, List<QueueAsk.View> views, List<SavedView> saved, List<Claims.@Nullable Count> counts) {
        /** The number beside a tab, or null; none where none of those looked at matched and others may. */
        public Claims.@Nullable Count count(int place) {
            var count = place < counts.size() ? counts.get(place) : null;
            return count == null || (count.atLeast() == 0 && count.orMore()) ? null : count;
        }

        public boolean isLit(SavedView view) {
            return view.asks().equals(ask.query());
        }

        public boolean isLit(QueueAsk.View view) {
            return ask.view() == view && saved.stream().noneMatch(this::isLit);
        }
    }

    /**
     * @param photo the first picture, or null
     * @param assignee who has it, or null
     * @param flag what the law presses on, or null
     * @param feeling the gravest that the customer’s words let us feel, or null
     * @param unanswered since when the customer waits for an answer to what they wrote, or null
     */
    public record Row(
            Claim claim,
            Swap swap,
            @Nullable EvidenceItem photo,
            String customer,
            @Nullable String assignee,
            @Nullable LegalFlag flag,
            Feelings.@Nullable Feeling feeling,
            @Nullable Instant unanswered) {}

    /**
     * Some claims as rows, for a page that shows the queue already.
     *
     * @param here which of them the question has now
     */
    public record Rows(Frame frame, List<Row> rows, Set<UUID> here) {}
}
