package org.redress.rehearsal.web;

import java.time.Duration;
import java.util.Map;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.rehearsal.SampleTour;
import org.redress.ui.Frame;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The guided tour. There is nothing under its address where no sample shops are loaded. */
@Controller
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class SampleController {
    private static final String PORTAL = "/shop/demo";

    private final SampleTour tour;

    SampleController(SampleTour tour) {
        this.tour = tour;
    }

    @GetMapping("/sample")
    ModelAndView tour(Frame frame) {
        var stops = tour.stops();
        if (stops.isEmpty()) {
            throw new Refused(Refusal.absent());
        }
        return new ModelAndView("rehearsal/sample", Map.of("page", new SamplePage(frame, PORTAL, stops)));
    }

    @GetMapping(path = "/sample/photos/{name}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> photo(@PathVariable String name) {
        var photo = tour.photo(name).orElseThrow(() -> new Refused(Refusal.absent()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(photo);
    }
}
