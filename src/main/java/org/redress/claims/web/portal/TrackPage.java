package org.redress.claims.web.portal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimPanel;
import org.redress.claims.ClaimState;
import org.redress.claims.ClosedBy;
import org.redress.claims.Route;
import org.redress.kernel.Phrase;
import org.redress.remedy.Area;
import org.redress.ui.Frame;
import org.redress.ui.Panel;

/**
 * What {@code portal/track.jte} shows.
 *
 * @param link this page's address, to which the acts are appended
 * @param lines what the claim is about
 * @param told what happened, the oldest first
 * @param keep how to keep what came, where it can harm; empty for almost all claims
 * @param fresh whether it was filed a moment ago, so that an answer may be on its way
 * @param photos with what was read in them
 * @param panels drawn by others
 * @param routes where the customer can go outside, once we have turned it down
 * @param area whose law the goods are under
 * @param goesOn whether the claim goes on under another that the same customer told
 */
public record TrackPage(
        Frame frame,
        Shop shop,
        String link,
        Claim claim,
        List<ClaimLine> lines,
        Standing standing,
        List<Story.Told> told,
        List<String> keep,
        boolean fresh,
        @Nullable OfferCard offer,
        List<PhotoView> photos,
        Set<ClaimAct> acts,
        List<Panel> panels,
        List<Route> routes,
        boolean goesOn,
        Area area) {
    /** One article: what was ordered, what is wrong, what came instead. */
    public record ClaimLine(
            String problem, String ordered, @Nullable String came) {}

    /** The panels that stand before what the customer reported. */
    public List<Panel> above() {
        return panels.stream()
                .filter(panel -> panel.order() < ClaimPanel.REPORT)
                .toList();
    }

    public List<Panel> below() {
        return panels.stream()
                .filter(panel -> panel.order() >= ClaimPanel.REPORT)
                .toList();
    }

    /** It is opened again with one tap, and what is not right can be told later. */
    public boolean isClosed() {
        return claim.state() instanceof ClaimState.Closed;
    }

    public boolean may(ClaimAct act) {
        return acts.contains(act);
    }

    /** Whether all is carried out, or was closed without a word of theirs, and they have not said how it went. */
    public boolean isAskedHowItWent() {
        return may(ClaimAct.RATE_SATISFACTION)
                && claim.satisfaction() == null
                && switch (claim.state()) {
                    case ClaimState.FollowingUp _ -> true;
                    case ClaimState.Closed(var by) -> by == ClosedBy.PERIOD_OVER || by == ClosedBy.AGENT;
                    default -> false;
                };
    }

    /** The last thing that the reader has seen; what moved unseen does not stand in their way. */
    public int seen() {
        return told.isEmpty() ? 0 : told.getLast().sequence();
    }

    /** What we asked the customer for, or null. */
    public @Nullable String question() {
        return claim.state() instanceof ClaimState.NeedsInformation(var _, var _, var message) ? message : null;
    }

    public List<String> wanted() {
        return claim.state() instanceof ClaimState.NeedsInformation(var _, var what, var _) ? what : List.of();
    }

    public @Nullable String rejection() {
        var rejection = claim.rejection();
        return rejection == null ? null : rejection.reason();
    }

    /** What we had before us when we turned it down. */
    public List<Phrase> lookedAt() {
        var rejection = claim.rejection();
        return rejection == null || rejection.seen() == null
                ? List.of()
                : rejection.seen().lookedAt().stream().distinct().toList();
    }

    /** Whether something moves by itself within seconds, so that the page should look again. */
    public boolean isMoving() {
        return fresh
                || claim.state() instanceof ClaimState.Executing
                || photos.stream().anyMatch(PhotoView::isPending);
    }
}
