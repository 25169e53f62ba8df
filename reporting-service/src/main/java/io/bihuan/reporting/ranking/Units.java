package io.bihuan.reporting.ranking;

import io.bihuan.reporting.facts.Owed;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Units as they come up among hazards. */
final class Units {

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    /** Hazards that nobody is responsible for yet are no unit's. */
    void add(Owed owed, Tally hazards) {
        String unit = owed.unit();
        if (unit != null && hazards.count(Count.FOUND) > 0) {
            accounts.computeIfAbsent(unit, none -> new Account()).add(owed.grade(), hazards);
            String name = owed.unitName();
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
