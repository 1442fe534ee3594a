package org.redress.rehearsal.model.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Chance from a seed: the same seed, the same chances. */
final class Chance {
    private final long seed;
    private final SplittableRandom random;

    Chance(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Chances of their own, whatever is drawn here. */
    Chance apart(String what) {
        return new Chance(seed * 0x9E3779B97F4A7C15L + what.hashCode() * 49_979_687L);
    }

    boolean of(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A second from one to the other. */
    long moment(long from, long until) {
        return until <= from ? from : random.nextLong(from, until);
    }

    double normal() {
        return random.nextGaussian();
    }

    double logNormal(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    double exponential(double mean) {
        return mean * random.nextExponential();
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of those with any weight; null where none has. */
    <T> @Nullable T weighted(List<T> things, ToDoubleFunction<T> weight) {
        double sum = 0;
        var weights = new double[things.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsDouble(things.get(i));
            sum += weights[i];
        }
        if (sum <= 0) {
            return null;
        }
        double left = sum * random.nextDouble();
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return things.get(last);
    }

    /** Where in a running sum a chance falls. */
    int within(double[] cumulated) {
        int at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(at < 0 ? -at - 1 : at + 1, cumulated.length - 1);
    }

    /** @param concentration pseudo-counts in all */
    double[] dirichlet(double[] mean, double concentration) {
        var drawn = DoubleStream.of(mean)
                .map(share -> share <= 0 ? 0 : gamma(share * concentration))
                .toArray();
        double sum = DoubleStream.of(drawn).sum();
        return DoubleStream.of(drawn).map(each -> each / sum).toArray();
    }

    double beta(double mean, double concentration) {
        double yes = gamma(mean * concentration);
        return yes / (yes + gamma((1 - mean) * concentration));
    }

    /** Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
