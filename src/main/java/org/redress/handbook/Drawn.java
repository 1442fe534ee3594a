package org.redress.handbook;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.redress.kernel.Phrase;

/** A question as it was drawn for one attempt: in no language yet, and with the one right answer that only the server knows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Drawn {
    /** Index of the right option, as shown. */
    int right();

    /** How many options are shown. */
    int choices();

    /**
     * From the bank.
     *
     * @param order of the bank’s options, as shown
     */
    record FromBank(String question, List<Integer> order, int right) implements Drawn {
        @Override
        public int choices() {
            return order.size();
        }

        /** Whether it was drawn from this question as it stands in the bank now. */
        public boolean isOf(Question now) {
            return now.id().equals(question) && now.options().size() == order.size();
        }
    }

    /**
     * From a case.
     *
     * @param options codes that {@link Ask} says the meaning of
     */
    record FromCase(Ask ask, boolean simulated, List<Phrase> facts, List<String> options, int right) implements Drawn {
        @Override
        public int choices() {
            return options.size();
        }
    }
}
