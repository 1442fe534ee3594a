package org.redress.rota.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.rota.Rota;

/** How many claims everybody has, counted once, and again for whoever is about to get one. */
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

    /** They have so many now. */
    public void has(UUID account, int many) {
        open.put(account, many);
    }

    /** Whether somebody who has so many may get another. */
    public boolean hasRoom(UUID account, int many) {
        return places.stream()
                .filter(place -> place.account().id().equals(account))
                .anyMatch(place -> many < place.member().most());
    }
}
