package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.redress.testing.Api;

/**
 * All that a refused request must leave as it was: the claim with its version, how much has happened, what lies in it,
 * what was carried out, and how many claims its order has.
 */
record Standing(String state, int version, int happened, int files, List<String> offers, int steps, int claimsOfOrder) {
    static Standing of(Api api, String claim) {
        var path = "/api/v1/claims/" + claim;
        var body = api.get(path).is(200).body();
        var timeline = api.get(path + "/timeline").is(200).body();
        if (api.get(path).is(200).body().at("/version").asInt()
                != body.at("/version").asInt()) {
            return of(api, claim);
        }
        var order = body.at("/orderNumber").asString();
        // What is believed of the cause comes when it comes, and stands in nobody's way.
        int concluded = (int) timeline.values().stream()
                .filter(entry -> entry.at("/event").asString().equals("CauseConcluded"))
                .count();
        return new Standing(
                body.at("/state").asString(),
                body.at("/version").asInt() - concluded,
                timeline.size() - concluded,
                body.at("/evidence").size(),
                body.at("/offers").values().stream()
                        .map(offer -> offer.at("/state").asString())
                        .toList(),
                api.get(path + "/execution").is(200).body().size(),
                ofOrder(api, order));
    }

    static int ofOrder(Api api, String order) {
        return api.get("/api/v1/claims?limit=200&order=" + order)
                .is(200)
                .body()
                .at("/items")
                .size();
    }

    /** Nothing is different now. */
    void still(Api api, String claim) {
        assertThat(of(api, claim)).isEqualTo(this);
    }
}
