package org.redress.rehearsal.app;

import org.redress.access.Origin;
import org.redress.rehearsal.SampleTour;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the console, below where everything is, that there is a tour. */
@Component
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class TourInvitation {
    private final SampleTour tour;
    private final Origin origin;

    TourInvitation(SampleTour tour, Origin origin) {
        this.tour = tour;
        this.origin = origin;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void invite() {
        if (!tour.stops().isEmpty()) {
            System.out.println("  Begin with the tour of the sample shop: " + origin.url() + "/sample\n");
        }
    }
}
