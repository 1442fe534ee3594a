package org.redress.evidence.web;

import org.redress.access.CustomerLinks;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** For the customer: the pictures of the one claim that the link opens, while it does. */
@Controller
class CustomerPictures {
    private final CustomerLinks links;
    private final Evidence evidence;
    private final PictureAnswers answers;

    CustomerPictures(CustomerLinks links, Evidence evidence, PictureAnswers answers) {
        this.links = links;
        this.evidence = evidence;
        this.answers = answers;
    }

    @GetMapping("/track/{token}/evidence/{id}/{size}")
    ResponseEntity<byte[]> picture(@PathVariable String token, @PathVariable String id, @PathVariable String size) {
        var opened = links.open(token).filter(link -> !link.expired()).orElseThrow(() -> new Refused(Refusal.absent()));
        var item = Ids.parse(id)
                .flatMap(known -> evidence.find(opened.merchant(), new EvidenceId(known)))
                .filter(known -> opened.claim().equals(known.claim()));
        return answers.answer(opened.merchant(), item, PictureAnswers.size(size));
    }
}
