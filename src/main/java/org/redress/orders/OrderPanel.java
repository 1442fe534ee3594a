package org.redress.orders;

import java.util.Optional;
import org.redress.access.Viewer;
import org.redress.ui.Frame;
import org.redress.ui.Panel;

/** How an upper floor draws itself on an order's page without orders knowing of it: declare a bean. */
public interface OrderPanel {
    Optional<Panel> of(Order order, Viewer viewer, Frame frame);
}
