package org.redress.replay.app;

import java.util.List;
import java.util.Optional;
import org.redress.replay.PastClaims;
import org.springframework.stereotype.Component;

/** All that rules can be tried on. */
@Component
class Sources {
    private final List<PastClaims> all;

    Sources(List<PastClaims> all) {
        this.all = List.copyOf(all);
    }

    List<String> names() {
        return all.stream().map(PastClaims::name).toList();
    }

    Optional<PastClaims> find(String name) {
        return all.stream().filter(source -> source.name().equals(name)).findFirst();
    }
}
