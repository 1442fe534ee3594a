package org.redress.rehearsal.model.warehouse;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** One merchant’s values of every {@link Parameter}, and the mix of causes among its claims. */
public final class Parameters {
    /** How alike merchants are in their mix of causes: pseudo-counts. */
    private static final double LIKE_MIXES = 40;

    private final double[] values;
    private final double[] mix;

    private Parameters(double[] values, double[] mix) {
        this.values = values;
        this.mix = mix;
    }

    /** A merchant like most. */
    public static Parameters usual() {
        return new Parameters(
                Arrays.stream(Parameter.values()).mapToDouble(Parameter::usual).toArray(), usualMix());
    }

    /** A merchant that nobody has seen: each value drawn around the usual, the mix of causes by Dirichlet. */
    public static Parameters drawn(long seed) {
        var chance = new Chance(seed).apart("parameters");
        return new Parameters(
                Arrays.stream(Parameter.values())
                        .mapToDouble(parameter -> parameter.at(chance.normal()))
                        .toArray(),
                chance.dirichlet(usualMix(), LIKE_MIXES));
    }

    private static double[] usualMix() {
        return Arrays.stream(Cause.values()).mapToDouble(Cause::usual).toArray();
    }

    public double of(Parameter parameter) {
        return values[parameter.index()];
    }

    /** The value as a whole number, at least 1. */
    int count(Parameter parameter) {
        return (int) Math.max(1, Math.round(of(parameter)));
    }

    /** This cause’s share of all claims. */
    public double share(Cause cause) {
        return mix[cause.index()];
    }

    /** The same merchant but for one value. */
    public Parameters with(Parameter parameter, double value) {
        var changed = values.clone();
        changed[parameter.index()] = value;
        return new Parameters(changed, mix);
    }

    /**
     * The same merchant with another mix of causes.
     *
     * @param weights of the causes that happen, in any measure; the others do not
     */
    public Parameters with(Map<Cause, Double> weights) {
        var changed = new double[Cause.COUNT];
        weights.forEach((cause, weight) -> changed[cause.index()] = weight);
        double sum = DoubleStream.of(changed).sum();
        return new Parameters(
                values, DoubleStream.of(changed).map(weight -> weight / sum).toArray());
    }

    public Map<Cause, Double> mix() {
        var shares = new EnumMap<Cause, Double>(Cause.class);
        for (var cause : Cause.values()) {
            shares.put(cause, share(cause));
        }
        return shares;
    }
}
