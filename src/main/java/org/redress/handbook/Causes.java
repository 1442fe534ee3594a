package org.redress.handbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.redress.claims.CauseCode;

/** The 21 causes and the mechanisms behind them (domain.md R19-R39, column “Map §3”). */
public final class Causes {
    private Causes() {}

    /** How it may have gone wrong where this cause is recorded; none for damage and delay, which are other kinds of claim. */
    public static List<String> mechanisms(CauseCode cause) {
        return switch (cause) {
            case WH_01 -> List.of("PU");
            case WH_02 -> List.of("PA", "SO");
            case WH_03 -> List.of("CT");
            case WH_04 -> List.of("IL", "LS");
            case TR_01, TR_03 -> List.of();
            case TR_02, TR_04, OD_05 -> List.of("CA");
            case OD_01 -> List.of("CU");
            case OD_02, OD_03 -> List.of("OD");
            case OD_04, PE_01 -> List.of("PA", "PV");
            case SU_01, SU_02, SU_03 -> List.of("SU");
            case SU_04 -> List.of("SU", "LI");
            case PE_02 -> List.of("SO", "LS");
            case PE_03 -> List.of("LS", "CA");
            case PE_04 -> List.of("RC");
        };
    }

    /** The causes that may be recorded for a mechanism. */
    public static List<CauseCode> fitting(String mechanism) {
        return Arrays.stream(CauseCode.values())
                .filter(cause -> mechanisms(cause).contains(mechanism))
                .toList();
    }

    /**
     * The place at which a mechanism is counted; empty where the findings alone do not tell one place from another, and where
     * nobody who works for us erred.
     */
    public static Optional<Place> place(String mechanism) {
        return Optional.ofNullable(
                switch (mechanism) {
                    case "PA", "PV" -> Place.PICK;
                    case "PU" -> Place.STOCK;
                    case "SO", "LS" -> Place.PACK;
                    case "OD", "LI" -> Place.ORDER;
                    case "SU" -> Place.SUPPLIER;
                    case "CA" -> Place.CARRIER;
                    default -> null;
                });
    }

    /** Where on its way an order can go wrong. */
    public enum Place {
        ORDER,
        STOCK,
        PICK,
        PACK,
        SUPPLIER,
        CARRIER
    }

    /** Whom a mechanism touches beside the one customer; empty where the findings alone do not tell. */
    public static Optional<Reach> reach(String mechanism) {
        return Optional.ofNullable(
                switch (mechanism) {
                    case "SO", "LS", "RC" -> Reach.PARTNER;
                    case "PU", "IL", "LI" -> Reach.FOLLOWERS;
                    case "PA", "PV", "CU" -> Reach.NOBODY;
                    default -> null;
                });
    }

    /** Whom else a case concerns. */
    public enum Reach {
        /** A second customer, with whose goods it was mixed up. */
        PARTNER,
        /** Whoever was served out of the same slot, lot or page. */
        FOLLOWERS,
        NOBODY
    }

    /** The row of domain.md: R19 to R39 in the order of the codes. */
    @SuppressWarnings("EnumOrdinal") // the rows of the source are numbered in this order
    public static String row(CauseCode cause) {
        return "R" + (19 + cause.ordinal());
    }
}
