package org.redress.claims.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ClaimAct;
import org.redress.claims.Entry;
import org.redress.ui.Flash;

/**
 * An act was refused, and the claim has moved since its reader saw it: what happened in between, and what they wanted.
 *
 * @param since the oldest first
 * @param beside whether the form of the act is on the page and shows this, with what was typed still in it
 * @param again whether it can be done as the claim stands now
 */
public record Meanwhile(Flash.Typed typed, List<Entry> since, boolean beside, boolean again) {
    static final String ID = "meanwhile";
    static final String PLACE = "#" + ID;

    /** By the last part of its address, what a form of the case page does. */
    private static final Map<String, ClaimAct> ACTS = Map.ofEntries(
            Map.entry("acceptance", ClaimAct.ACCEPT),
            Map.entry("rejection", ClaimAct.REJECT),
            Map.entry("review", ClaimAct.REVIEW_REJECTION),
            Map.entry("separation", ClaimAct.SEPARATE),
            Map.entry("information-request", ClaimAct.ASK_INFORMATION),
            Map.entry("information", ClaimAct.PROVIDE_INFORMATION),
            Map.entry("cause", ClaimAct.RECORD_CAUSE),
            Map.entry("offers", ClaimAct.MAKE_OFFER),
            Map.entry("approval", ClaimAct.DECIDE_APPROVAL),
            Map.entry("withdrawal", ClaimAct.WITHDRAW_OFFER),
            Map.entry("escalation", ClaimAct.ESCALATE),
            Map.entry("closure", ClaimAct.CLOSE),
            Map.entry("reopening", ClaimAct.REOPEN),
            Map.entry("assignment", ClaimAct.ASSIGN));

    /** Those that people write in. */
    private static final Set<String> WRITTEN = Set.of(
            "rejection", "review", "information-request", "information", "cause", "offers", "approval", "escalation");

    private static final Set<String> TEXTS = Set.of("reason", "note", "message");

    /** @param shown whether the page shows the form of this act */
    static @Nullable Meanwhile of(Flash.Typed typed, Timeline timeline, java.util.function.Predicate<ClaimAct> shown) {
        var act = ACTS.get(typed.form());
        var told = typed.first("told");
        if (act == null || !told.matches("\\d{1,9}")) {
            return null;
        }
        var since = timeline.since(Integer.parseInt(told));
        return since.isEmpty()
                ? null
                : new Meanwhile(typed, since, shown.test(act) && WRITTEN.contains(typed.form()), shown.test(act));
    }

    public String id() {
        return ID;
    }

    public boolean isBeside(String form) {
        return beside && typed.form().equals(form);
    }

    /** What somebody wrote, which no form on the page holds any more; or an empty text. */
    public String written() {
        return TEXTS.stream()
                .map(typed::first)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What is sent again, but for the version that was seen. */
    public Map<String, List<String>> fields() {
        var fields = new java.util.TreeMap<>(typed.fields());
        fields.keySet().removeAll(Set.of("seen", "told"));
        return fields;
    }

    /** The button that was pressed where a form has two, as name and value; or null. */
    public Map.@Nullable Entry<String, String> pressed() {
        for (var name : List.of("confirmed", "approved")) {
            if (!typed.first(name).isEmpty()) {
                return Map.entry(name, typed.first(name));
            }
        }
        return null;
    }
}
