package org.redress.rota.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.rota.Rota;

/** How many claims everybody has, counted once and then followed while claims are given. */
public final class Loads {
    private final List<Rota.Place> places;
    private final Map<UUID, Integer> open = new HashMap<>();

    public Loads(List<Rota.Place> places) {
        this.places = List.copyOf(places);
        places.forEach(place -> open.put(place.account().id(), place.open()));
    }

    public List<Fit.Candidate> candidates() {
        return places.stream()
                .map(place -> new Fit.Candidate(
                        place.member(), open.getOrDefault(place.account().id(), 0)))
                .toList();
    }

    /** They have one more now. */
    public void given(UUID account) {
        open.merge(account, 1, Integer::sum);
    }
}
