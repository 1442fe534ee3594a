package org.redress.investigation.web;

import java.util.List;
import java.util.stream.Stream;
import org.redress.claims.CauseCode;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;

/** The causes that the case page offers for one tap. */
final class OfferedCauses {
    private static final int MOST_PROCESSES = 3;

    private OfferedCauses() {}

    /**
     * What stands behind the likeliest mechanisms: processes first, and people of the leading stage only once it is
     * established (F11); nothing once a person has said what it was.
     */
    static List<CauseCode> of(Investigation found, List<Mechanism> likeliest) {
        if (found.confirmed() != null) {
            return List.of();
        }
        var processes =
                causes(likeliest.stream()).filter(cause -> !cause.blamesStaff()).limit(MOST_PROCESSES);
        var people = found.status() == Status.ESTABLISHED
                ? causes(likeliest.stream().filter(each -> each.stage() == found.leadingStage()))
                        .filter(CauseCode::blamesStaff)
                : Stream.<CauseCode>empty();
        return Stream.concat(processes, people).toList();
    }

    private static Stream<CauseCode> causes(Stream<Mechanism> mechanisms) {
        return mechanisms.flatMap(each -> each.causes().stream()).distinct();
    }
}
