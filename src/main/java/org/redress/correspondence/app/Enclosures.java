package org.redress.correspondence.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.PostItem.LeftOut;
import org.redress.correspondence.model.ReceivedMail;
import org.redress.correspondence.store.PostTable;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

/** Takes the files of a mail in as evidence, each by the rules for files: what cannot be taken is named. */
@Component
class Enclosures {
    /** Files of one mail that are taken. */
    private static final int MOST = 20;

    private final Evidence evidence;
    private final PostTable posts;

    Enclosures(Evidence evidence, PostTable posts) {
        this.evidence = evidence;
        this.posts = posts;
    }

    /** What was taken, with what each shows, and the names of what was not, logos apart. */
    record Sorted(Map<EvidenceId, EvidenceKind> taken, List<String> leftOut) {}

    /** In the transaction under way: the files wait for their claim. */
    Sorted take(MerchantId merchant, UUID post, ReceivedMail mail) {
        var taken = new LinkedHashMap<EvidenceId, EvidenceKind>();
        var leftOut = new ArrayList<String>();
        int position = 0;
        for (var file : mail.attachments()) {
            EvidenceId id = null;
            var why = before(mail, file, taken.size());
            if (why == null) {
                try (var content = file.content().open()) {
                    var item = evidence.receive(merchant, file.name(), content);
                    taken.put(item.id(), item.isVideo() ? EvidenceKind.VIDEO : EvidenceKind.ITEM);
                    id = item.id();
                } catch (IOException breaksOff) {
                    why = LeftOut.BROKEN;
                } catch (Refused refused) {
                    why = why(refused);
                }
            }
            if (why != null && why != LeftOut.DECORATION) {
                leftOut.add(file.name());
            }
            note(merchant, post, position++, file, id, why);
        }
        return new Sorted(taken, leftOut);
    }

    /** Names the files and takes none. */
    void list(MerchantId merchant, UUID post, ReceivedMail mail) {
        int position = 0;
        for (var file : mail.attachments()) {
            note(merchant, post, position++, file, null, file.isDecoration() ? LeftOut.DECORATION : null);
        }
    }

    private static @Nullable LeftOut before(ReceivedMail mail, ReceivedMail.Attachment file, int taken) {
        if (file.isDecoration()) {
            return LeftOut.DECORATION;
        }
        if (!mail.whole()) {
            return LeftOut.TOO_LARGE;
        }
        return taken >= MOST ? LeftOut.TOO_MANY : null;
    }

    private static LeftOut why(Refused refused) {
        return switch (refused.refusal().kind()) {
            case TOO_LARGE -> LeftOut.TOO_LARGE;
            case UNSUPPORTED -> LeftOut.TYPE;
            case INVALID -> LeftOut.BROKEN;
            case CONFLICT, STALE, TOO_MANY, ABSENT, FORBIDDEN -> throw refused;
        };
    }

    private void note(
            MerchantId merchant,
            UUID post,
            int position,
            ReceivedMail.Attachment file,
            @Nullable EvidenceId id,
            @Nullable LeftOut why) {
        posts.enclose(
                merchant, post, position, file.name(), file.type(), file.bytes(), id == null ? null : id.value(), why);
    }
}
