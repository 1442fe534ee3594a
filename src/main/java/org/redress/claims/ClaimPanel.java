package org.redress.claims;

import java.util.List;
import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.ui.Frame;
import org.redress.ui.Panel;

/** How an upper floor draws itself on the claim's pages without claims knowing of it: declare a bean. */
public interface ClaimPanel {
    /** On the tracking page a panel of a smaller order stands before what the customer reported, any other after it. */
    int REPORT = 100;

    /** The columns of the case page. */
    enum Column {
        /** All three, before them on a wide screen: for what is read from left to right. */
        ACROSS,
        WHAT_HAPPENED,
        WHY,
        MAKE_IT_RIGHT
    }

    /** Where it stands on the case page. */
    default Column column() {
        return Column.MAKE_IT_RIGHT;
    }

    /** For the case page at the desk. */
    Optional<Panel> forStaff(Claim claim, Viewer viewer, Frame frame);

    /** The same of a floor that draws in more than one column from one look at its records. */
    default List<Placed> placedForStaff(Claim claim, Viewer viewer, Frame frame) {
        return forStaff(claim, viewer, frame).map(panel -> new Placed(column(), panel)).stream()
                .toList();
    }

    record Placed(Column column, Panel panel) {}

    /**
     * For the customer's tracking page.
     *
     * @param link path of that page, to which the panel's forms may append
     */
    Optional<Panel> forCustomer(Claim claim, String link, Frame frame);
}
