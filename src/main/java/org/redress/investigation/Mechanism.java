package org.redress.investigation;

import static org.redress.claims.CauseCode.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.redress.claims.CauseCode;

/** How an order goes wrong (domain.md section 3), with the causes of the source deck that it stands behind (R19-R39). */
public enum Mechanism {
    /** A hand reached into the neighbouring slot, or for a look-alike. */
    PA(Stage.PICK, OD_04, PE_01, WH_02),
    /** A variant, pack or unit of the same family was taken. */
    PV(Stage.PICK, OD_04, PE_01),
    /** It was put away into the wrong slot. */
    PU(Stage.STOCK, WH_01),
    /** The article carries the wrong label: its supplier's or ours. */
    IL(Stage.STOCK, WH_04),
    /** The books said that there was stock; there was none, and something else was taken. */
    CT(Stage.STOCK, WH_03),
    /** Goods of two orders were mixed in tote, put-wall or merge. */
    SO(Stage.PACK, WH_02, PE_02),
    /** The shipping labels of parcels were swapped. */
    LS(Stage.PACK, WH_04, PE_02, PE_03),
    /** The order was entered or mapped wrongly. */
    OD(Stage.ORDER, OD_02, OD_03),
    /** The customer ordered it. */
    CU(Stage.CUSTOMER, OD_01),
    /** The listing shows or says something else. */
    LI(Stage.ORDER, SU_04),
    /** The supplier who sends for us sent something else. */
    SU(Stage.SUPPLIER, SU_01, SU_02, SU_03, SU_04),
    /** The carrier mixed parcels up. */
    CA(Stage.CARRIER, TR_02, TR_04, OD_05, PE_03),
    /** The recipient took somebody else's parcel. */
    RC(Stage.CARRIER, PE_04),
    /** What is claimed did not happen. Never concluded by the product (domain.md rule 6). */
    FC(Stage.CUSTOMER),
    /** Something else. */
    OT(Stage.OTHER);

    public static final int COUNT = 15;

    private final Stage stage;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<CauseCode> causes;

    Mechanism(Stage stage, CauseCode... causes) {
        this.stage = stage;
        this.causes = List.of(causes);
    }

    /** Its place in the arrays of the inference. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    public Stage stage() {
        return stage;
    }

    public List<CauseCode> causes() {
        return causes;
    }

    /** Those that stand behind a cause which a person records; empty for damage, loss and delay (R23, R25). */
    public static Set<Mechanism> behind(CauseCode cause) {
        var behind = EnumSet.noneOf(Mechanism.class);
        Arrays.stream(values())
                .filter(mechanism -> mechanism.causes.contains(cause))
                .forEach(behind::add);
        return behind;
    }

    /** Whether another customer may hold what this one ordered. */
    public boolean isExchange() {
        return this == SO || this == LS || this == CA || this == RC;
    }
}
