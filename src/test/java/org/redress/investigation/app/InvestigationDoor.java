package org.redress.investigation.app;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.claims.Claim;
import org.redress.database.MerchantTransactions;
import org.redress.database.Plans;
import org.redress.investigation.model.RiskList;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.SceneGathering;
import org.redress.kernel.MerchantId;
import org.springframework.context.ApplicationContext;

/** Lets a benchmark do one by one what a running product does when a fact comes in. */
public final class InvestigationDoor {
    private final InvestigationDesk desk;
    private final Recorded recorded;
    private final RiskRecords risks;
    private final MerchantTransactions transactions;
    private final Plans plans;

    public InvestigationDoor(ApplicationContext product) {
        this.desk = product.getBean(InvestigationDesk.class);
        this.recorded = product.getBean(Recorded.class);
        this.risks = product.getBean(RiskRecords.class);
        this.transactions = product.getBean(MerchantTransactions.class);
        this.plans = product.getBean(Plans.class);
    }

    /** Gathers the scene, infers, and keeps the conclusion: one transaction. */
    public void conclude(MerchantId merchant, UUID claim) {
        desk.conclude(merchant, claim);
    }

    /** All that is on record around a claim. */
    public Scene scene(Claim claim) {
        return transactions.call(
                claim.merchant(), () -> SceneGathering.scene(claim, recorded.of(claim.merchant()), List.of()));
    }

    public RiskList.Records risks(MerchantId merchant) {
        return risks.of(merchant);
    }

    /** In one transaction, as an investigation looks. */
    public <T> T within(MerchantId merchant, Supplier<T> work) {
        return transactions.call(merchant, () -> {
            plans.keep();
            return work.get();
        });
    }
}
