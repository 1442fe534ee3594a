package org.redress.correspondence.web;

import java.util.List;
import java.util.Optional;
import org.redress.claims.CaseChapter;
import org.redress.claims.Chapter;
import org.redress.claims.Claim;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Writes what was said, word for word, into the claim’s whole file. */
@Component
class MessagesChapter implements CaseChapter {
    private static final int AFTER_WHAT_WAS_DONE = 20;

    private final Threads threads;

    MessagesChapter(Threads threads) {
        this.threads = threads;
    }

    @Override
    public int order() {
        return AFTER_WHAT_WAS_DONE;
    }

    @Override
    public Optional<Chapter> forStaff(Claim claim, Words words) {
        return chapter(threads.readByRole(claim, words), words);
    }

    @Override
    public Optional<Chapter> forCustomer(Claim claim, Words words) {
        return chapter(threads.readByCustomer(claim, words), words);
    }

    private static Optional<Chapter> chapter(List<MessageThread.Bubble> said, Words words) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chapter(
                words.say("correspondence.thread.title"),
                said.stream()
                        .<Chapter.Part>map(bubble -> new Chapter.Quote(
                                head(bubble, words), bubble.message().body()))
                        .toList()));
    }

    private static String head(MessageThread.Bubble bubble, Words words) {
        return bubble.by() + " · " + words.time(bubble.message().at());
    }
}
