package org.redress.practice;

import java.util.List;

/**
 * What a play was worth, each part 0 to 100.
 *
 * @param rating the customer’s, 1 (very unhappy) to 5 (very satisfied)
 */
public record Result(int facts, int fairness, int time, int courtesy, int rating, List<Reason> reasons) {
    public int of(Part part) {
        return switch (part) {
            case FACTS -> facts;
            case FAIRNESS -> fairness;
            case TIME -> time;
            case COURTESY -> courtesy;
        };
    }

    public int total() {
        return Math.round((facts + fairness + time + courtesy) / 4f);
    }
}
