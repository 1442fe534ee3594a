package org.redress.evidence.web;

import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Ids;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** For staff: any picture of their merchant. Originals are served to nobody. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class StaffPictures {
    private final Evidence evidence;
    private final PictureAnswers answers;

    StaffPictures(Evidence evidence, PictureAnswers answers) {
        this.evidence = evidence;
        this.answers = answers;
    }

    @GetMapping("/desk/evidence/{id}/{size}")
    ResponseEntity<byte[]> picture(Viewer viewer, @PathVariable String id, @PathVariable String size) {
        var item = Ids.parse(id).flatMap(known -> evidence.find(viewer.merchant(), new EvidenceId(known)));
        return answers.answer(viewer.merchant(), item, PictureAnswers.size(size));
    }
}
