package org.redress.settlement;

/** What a partner does for us. One address of docs/partners.md each. */
public enum PartnerRole {
    PAYMENTS,
    WAREHOUSE,
    LABELS,
    VOUCHERS
}
