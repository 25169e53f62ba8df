package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Units as they come up among hazards. */
final class Units {

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    /** Hazards of one grade, which nobody is responsible for yet if there is no unit. */
    void add(@Nullable String unit, @Nullable String name, Grade grade, Figures figures) {
        if (unit != null && figures.found() > 0) {
            accounts.computeIfAbsent(unit, none -> new Account()).add(grade, figures);
            // Of several names that a unit went by any will do, but the same each time.
            names.merge(unit, name == null ? unit : name, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
    }

    List<Contender> contenders(Rules rules) {
        List<Contender> contenders = new ArrayList<>();
        accounts.forEach((unit, account) -> contenders.add(Contender.of(unit, names.get(unit), account, rules)));
        return contenders;
    }
}
