package org.redress.correspondence.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Message;
import org.redress.correspondence.Post;
import org.redress.correspondence.TemplateChoice;
import org.redress.ui.Frame;

/**
 * What was said on a claim, as one reader sees it.
 *
 * @param further address of what was said before, or null where this is all
 * @param empty the sentence where nothing was said yet
 * @param staff whether the reader may see how mail fares
 * @param mails that came in, where the reader may look at them whole
 * @param composer the form to write, or null where the reader may not
 */
public record MessageThread(
        Frame frame,
        List<Bubble> bubbles,
        @Nullable String further,
        String empty,
        boolean staff,
        List<Post.Came> mails,
        @Nullable Composer composer) {
    /** So many stay open; older ones fold away, for letters are long and screens are short. */
    private static final int OPEN = 4;

    /** Between two paragraphs. */
    private static final String GAP = "\n\n";

    /**
     * One message.
     *
     * @param by whose it is, in the reader's words
     * @param own whether it is of the reader's side
     */
    public record Bubble(Message message, String by, boolean own) {
        /** What is read at once: all of it, or of a letter of several paragraphs the first. */
        public String head() {
            return isLong() ? body().substring(0, body().indexOf(GAP)) : body();
        }

        /** What unfolds, or null. */
        public @Nullable String rest() {
            return isLong() ? body().substring(body().indexOf(GAP)).strip() : null;
        }

        private boolean isLong() {
            return body().indexOf(GAP) != body().lastIndexOf(GAP);
        }

        private String body() {
            return message.body();
        }
    }

    /**
     * @param action where it is sent
     * @param draft the id that the message will have: sent twice it is said once
     * @param open whether it stands there unfolded
     * @param coach what is said about it, or null where nobody reads along: to customers
     * @param meanwhile what was said while it was written, or null
     * @param starts what it can be begun with
     * @param unanswered since when the customer waits for an answer to what they wrote, or null
     * @param missing what a template asked for and the case does not have
     */
    public record Composer(
            String action,
            UUID draft,
            String label,
            @Nullable String hint,
            String text,
            @Nullable String error,
            boolean open,
            @Nullable Coached coach,
            @Nullable String meanwhile,
            List<TemplateChoice> starts,
            @Nullable Instant unanswered,
            List<String> missing) {
        /** Those that fit where the claim stands now, or the others. */
        public List<TemplateChoice> starts(boolean fitting) {
            return starts.stream().filter(start -> start.fits() == fitting).toList();
        }
    }

    /** The last that stands in it: whoever answers has read so far. */
    public String told() {
        return bubbles.isEmpty() ? "" : bubbles.getLast().message().id().toString();
    }

    public List<Bubble> earlier() {
        return bubbles.subList(0, Math.max(0, bubbles.size() - OPEN));
    }

    public List<Bubble> recent() {
        return bubbles.subList(Math.max(0, bubbles.size() - OPEN), bubbles.size());
    }
}
