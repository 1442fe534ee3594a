package org.redress.claims;

/** How the claim reached us. */
public enum Channel {
    PORTAL,
    EMAIL,
    PHONE,
    CHAT,
    MARKETPLACE,
    API;

    /** A form can ask for an order number and a line; a voice or a letter may leave both out. */
    public boolean asksForOrder() {
        return this == PORTAL || this == MARKETPLACE || this == API;
    }
}
