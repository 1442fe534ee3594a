package org.redress.practice;

/** What a play is scored by. */
public enum Part {
    FACTS,
    FAIRNESS,
    TIME,
    COURTESY
}
