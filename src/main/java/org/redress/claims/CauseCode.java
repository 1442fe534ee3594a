package org.redress.claims;

/** The 21 causes of the source deck (domain.md R19-R39), as a person records them: {@code WH-01} and so on outside. */
public enum CauseCode {
    WH_01,
    WH_02,
    WH_03,
    WH_04,
    TR_01,
    TR_02,
    TR_03,
    TR_04,
    OD_01,
    OD_02,
    OD_03,
    OD_04,
    OD_05,
    SU_01,
    SU_02,
    SU_03,
    SU_04,
    PE_01,
    PE_02,
    PE_03,
    PE_04;

    /** Whether it lays the mistake on somebody who works on the orders (R36 to R38), and not on a process. */
    public boolean blamesStaff() {
        return this == PE_01 || this == PE_02 || this == PE_03;
    }

    public String code() {
        return name().replace('_', '-');
    }
}
