package org.redress.settlement.web;

import java.util.UUID;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Phrase;
import org.redress.settlement.Returns;
import org.redress.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A correction of stock that the warehouse said no to is told again. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class CorrectionPages {
    private final Returns returns;

    CorrectionPages(Returns returns) {
        this.returns = returns;
    }

    @PostMapping("/desk/claims/{claim}/corrections/{correction}/attempts")
    RedirectView tellAgain(
            @PathVariable UUID claim, @PathVariable UUID correction, Viewer viewer, RedirectAttributes redirect) {
        returns.tellAgain(viewer.merchant(), claim, correction, viewer.actor());
        Flash.done(redirect, Phrase.of("settlement.tried-again"));
        return ReturnPages.see("/desk/claims/" + claim + "#" + ReturnPanel.ID);
    }
}
