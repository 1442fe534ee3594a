package org.redress.access.app;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.redress.access.FirstAnswers;
import org.redress.access.store.FirstAnswerTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class FirstAnswerDesk implements FirstAnswers {
    private final FirstAnswerTable table;
    private final MerchantTransactions transactions;
    private final InstantSource clock;
    private final OneAtATime keys = new OneAtATime();

    FirstAnswerDesk(FirstAnswerTable table, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Answer once(MerchantId merchant, String key, Fingerprint fingerprint, Supplier<Answer> work) {
        return keys.hold(merchant + " " + key, () -> {
            try {
                return transactions.call(merchant, () -> firstOrKept(merchant, key, fingerprint, work));
            } catch (Undone undone) {
                return undone.answer;
            }
        });
    }

    private Answer firstOrKept(MerchantId merchant, String key, Fingerprint fingerprint, Supplier<Answer> work) {
        if (!table.reserve(merchant, key, fingerprint, clock.instant())) {
            return table.find(merchant, key)
                    .filter(kept -> kept.fingerprint().equals(fingerprint))
                    .map(FirstAnswerTable.Kept::answer)
                    .orElseThrow(() -> new Refused(new Refusal(
                            Refusal.Kind.INVALID,
                            "IDEMPOTENCY_KEY_REUSED",
                            Phrase.of("access.refusal.key-reused"),
                            List.of())));
        }
        var answer = work.get();
        if (answer.status() >= 400) {
            throw new Undone(answer);
        }
        table.keep(merchant, key, answer);
        return answer;
    }

    /** Rolls back by being thrown: the work may already have doomed the transaction, and then commit would complain. */
    private static final class Undone extends RuntimeException {
        private final transient Answer answer;

        Undone(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
