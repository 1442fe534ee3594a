package org.redress.correspondence.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Matters;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Page;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.springframework.stereotype.Component;

/** Has what an agent types read by the coach. */
@Component
class Coaching {
    private static final int SHORT = 16;

    /** So far back it reads: what the customer has said since one of us last wrote. */
    private static final int FEW = 20;

    private final Coach coach;
    private final Matters matters;
    private final Messages messages;

    Coaching(Coach coach, Matters matters, Messages messages) {
        this.coach = coach;
        this.matters = matters;
        this.messages = messages;
    }

    /** Before anything is typed. */
    Coached listening(Claim claim, Page<Message> said) {
        return new Coached(true, "", purpose(claim, said, null), false, List.of());
    }

    /** @param chosen what the writer says the message is for, or null */
    Coached read(Claim claim, String text, Draft.@Nullable Purpose chosen) {
        return read(claim, messages.newest(claim.merchant(), claim.id(), null, FEW), text, chosen);
    }

    /** The same where what was said last has been read. */
    Coached read(Claim claim, Page<Message> said, String text, Draft.@Nullable Purpose chosen) {
        if (text.isBlank()) {
            return new Coached(true, "", purpose(claim, said, chosen), false, List.of());
        }
        var asked = asked(claim, said);
        var purpose = purpose(claim, said, chosen);
        var draft = new Draft(text, purpose);
        var matter = matters.of(claim).asking(asked.orElse(null));
        return new Coached(false, print(text), purpose, false, coach.read(draft, matter));
    }

    /** What is typed into a field that stands in a letter. */
    Coached read(Claim claim, String text, LetterField field) {
        if (text.isBlank()) {
            return new Coached(true, "", field.purpose(), true, List.of());
        }
        var draft = new Draft(text, field.purpose()).asPart();
        return new Coached(false, print(text), field.purpose(), true, coach.read(draft, matters.of(claim)));
    }

    private static Draft.Purpose purpose(Claim claim, Page<Message> page, Draft.@Nullable Purpose chosen) {
        if (chosen != null) {
            return chosen;
        }
        return asked(claim, page).isPresent() ? Draft.Purpose.REPLY : Draft.Purpose.UPDATE;
    }

    /** What the customer has said since one of us last wrote; at first, what they told us. */
    private static Optional<String> asked(Claim claim, Page<Message> page) {
        var said = page.items()
                .subList(Math.max(0, page.items().size() - FEW), page.items().size());
        boolean whole = page.next() == null && said.size() == page.items().size();
        int last = -1;
        for (int place = 0; place < said.size(); place++) {
            var message = said.get(place);
            if (!message.isFromCustomer() && message.author() instanceof Actor.Staff) {
                last = place;
            }
        }
        var statement = last < 0 && whole ? Stream.of(claim.filing().statement()) : Stream.<String>of();
        var since = said.subList(last + 1, said.size()).stream()
                .filter(Message::isFromCustomer)
                .map(Message::body);
        var words =
                Stream.concat(statement, since).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    static String print(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHORT);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
