package org.redress.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.MerchantId;
import org.redress.ui.Words;

/**
 * All that is on record about a claim, laid out to be read and handed on: for a dispute outside the house (ISO 10003; domain.md
 * S10) and as the record that the law asks for (电商法 62; S28).
 *
 * @param shop who answers for it
 * @param facts what stands at its head
 * @param asShown files that are handed on only as people look at them, without what a camera noted: those that staff added, in
 *     the customer’s hands
 * @param json the same for programs
 */
public record WholeFile(
        MerchantId merchant,
        UUID claim,
        String number,
        String shop,
        String title,
        String standing,
        List<Chapter.Fact> facts,
        List<Chapter> chapters,
        Set<EvidenceId> asShown,
        String json,
        Words words) {
    /** How it is handed out. */
    public enum Form {
        PDF("pdf", "application/pdf"),
        ZIP("zip", "application/zip");

        private final String ending;
        private final String mediaType;

        Form(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public static Optional<Form> of(String ending) {
            return Stream.of(values())
                    .filter(form -> form.ending.equals(ending))
                    .findFirst();
        }
    }

    /** What it is called in a folder. Claim numbers are letters, digits and a hyphen. */
    public String name(Form form) {
        return "claim-" + number + "." + form.ending;
    }
}
