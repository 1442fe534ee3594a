package org.redress.remedy.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet.Answer;
import org.redress.remedy.PolicySet.Clock;
import org.redress.remedy.Rule;

/** The questions that a policy asks its tables. Amounts are in the currency of the area. */
public interface Tables {
    /** How an article is made right. */
    enum Way {
        RIGHT_GOODS,
        MONEY_BACK,
        /** The customer keeps what came and pays less for it. */
        PRICE_REDUCTION,
        /** Money for the trouble. */
        COMPENSATION
    }

    /** What becomes of what came. */
    enum Back {
        KEEP,
        LABEL,
        PICK_UP;

        public boolean goesBack() {
            return this != KEEP;
        }
    }

    /** @param percent of what was paid for the affected units */
    record Share(int percent, BigDecimal fixed, boolean voucher) {
        public boolean isNothing() {
            return percent == 0 && fixed.signum() == 0;
        }
    }

    /**
     * What the customer is owed at least.
     *
     * @param moneyPercent of what was paid for units that are not replaced, that has to go back
     * @param windowDays after delivery for which the right exists
     * @param refundDays within which money has to be back
     */
    record Floor(Rule rule, Phrase sentence, int moneyPercent, int windowDays, int refundDays) {}

    /** Whether something is still owed so long after delivery. */
    Answer<Boolean> eligibility(Problem problem, int daysSinceDelivery);

    /** In order of preference; empty where nothing is owed for it. */
    List<Answer<Way>> ways(Problem problem, Demand demand);

    /** @param returnPays whether what came brings in more than its way back costs */
    Answer<Back> goods(Problem problem, boolean hazardous, BigDecimal value, boolean returnPays);

    /** For {@link Way#PRICE_REDUCTION} and {@link Way#COMPENSATION}. */
    Answer<Share> amount(Way way, Problem problem);

    /** What is given on top without being asked for. */
    Answer<Share> goodwill(Circumstances circumstances);

    /** Why somebody else has to look first; empty where nobody has to. */
    List<Rule> approvals(BigDecimal cost, BigDecimal compensation, boolean beyondShare);

    Answer<Boolean> lane(String verdict, String severity, BigDecimal cost);

    Duration clock(String channel, Clock clock);

    /** One parcel, one way, without handling. */
    BigDecimal freight(long grams);

    /** A heavier load goes in several parcels. */
    int parcelGrams();

    Figures figures();

    /** The higher of the law's and the merchant's own promise (实施条例 30: a better promise than the law binds). */
    Floor floor(Problem problem, @Nullable String country);
}
