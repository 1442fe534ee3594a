package org.redress.evidence.web;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.access.Merchants;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.PictureSize;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * For whoever has just sent a file in the portal: its thumbnail, by an id that nobody else was told, for a day and
 * until it belongs to a claim.
 */
@Controller
class UploadPictures {
    private static final Duration SHOWN = Duration.ofDays(1);

    private final Merchants merchants;
    private final Evidence evidence;
    private final PictureAnswers answers;
    private final InstantSource clock;

    UploadPictures(Merchants merchants, Evidence evidence, PictureAnswers answers, InstantSource clock) {
        this.merchants = merchants;
        this.evidence = evidence;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/shop/{slug}/uploads/{id}/thumb")
    ResponseEntity<byte[]> thumb(@PathVariable String slug, @PathVariable String id) {
        var merchant = merchants
                .bySlug(slug)
                .orElseThrow(() -> new Refused(Refusal.absent()))
                .id();
        var item = Ids.parse(id)
                .flatMap(known -> evidence.find(merchant, new EvidenceId(known)))
                .filter(this::isFreshUpload);
        return answers.answer(merchant, item, PictureSize.THUMB);
    }

    private boolean isFreshUpload(EvidenceItem item) {
        return item.claim() == null && item.receivedAt().plus(SHOWN).isAfter(clock.instant());
    }
}
