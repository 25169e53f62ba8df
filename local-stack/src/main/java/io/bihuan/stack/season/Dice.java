package io.bihuan.stack.season;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance that falls the same way each time it begins with the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether something happens that does so with this probability. */
    boolean falls(double probability) {
        return random.nextDouble() < probability;
    }

    /** From the first up to, and not including, the second. */
    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** From the first to the second, both included. */
    int whole(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** Mostly less than the mean, now and then much more. */
    double longTailed(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One of some, each as likely as it weighs. */
    <T> T weighted(List<T> some, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * some.stream().mapToDouble(weight).sum();
        for (var one : some) {
            left -= weight.applyAsDouble(one);
            if (left < 0) {
                return one;
            }
        }
        return some.get(some.size() - 1);
    }
}
