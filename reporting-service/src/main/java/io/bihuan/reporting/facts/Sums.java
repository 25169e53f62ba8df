package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Tallies by what hazards have in common. */
final class Sums<K> {

    private final Map<K, Tally> tallies = new LinkedHashMap<>();

    void add(K key, Standing hazard, int sign) {
        of(key).add(hazard, sign);
    }

    void add(K key, Tally tally, int sign) {
        of(key).add(tally, sign);
    }

    Tally of(K key) {
        return tallies.computeIfAbsent(key, none -> Tally.none());
    }

    <V> Map<K, V> each(Function<Tally, V> made) {
        Map<K, V> all = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> all.put(key, made.apply(tally)));
        return all;
    }
}
