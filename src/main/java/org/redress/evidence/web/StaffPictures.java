package org.redress.evidence.web;

import java.util.Optional;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Ids;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** For staff: any picture and video of their merchant. Originals of pictures are served to nobody. */
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
        return answers.answer(viewer.merchant(), item(viewer, id), PictureAnswers.size(size));
    }

    @GetMapping("/desk/evidence/{id}/video")
    ResponseEntity<Resource> video(Viewer viewer, @PathVariable String id) {
        return answers.download(viewer.merchant(), item(viewer, id));
    }

    private Optional<EvidenceItem> item(Viewer viewer, String id) {
        return Ids.parse(id).flatMap(known -> evidence.find(viewer.merchant(), new EvidenceId(known)));
    }
}
