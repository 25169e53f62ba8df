package io.bihuan.stack.season;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.season.Registers.CheckItem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws what comes to notice on a day: what kind of trouble first, then where, then what it is. */
final class Findings {

    /** Items that old blocks are known for. */
    private static final Map<String, Double> KNOWN_FOR =
            Map.of("RE-05", 1.8, "RE-06", 1.8, "RE-07", 3.0, "HN-01", 2.0, "CU-02", 1.6, "CU-01", 1.4);

    /** Items that sensors tell of. */
    private static final Set<String> SENSED = Set.of("HN-01", "PL-03", "PL-08", "MS-01");

    /** A kind of trouble that there is here: where it comes up, and as what. */
    private record Ground(Trade trade, List<Site> sites, List<CheckItem> items) {

        /** The major hazard of the demo person's restaurant is the walk-through's alone, which counts what it moves. */
        List<CheckItem> itemsOf(Unit unit) {
            return unit.code().equals(DemoPerson.UNIT.unit())
                    ? items.stream().filter(item -> item.grade() != Grade.MAJOR).toList()
                    : items;
        }
    }

    private final Places places;
    private final Cold cold;
    private final List<Ground> grounds;

    Findings(Places places, List<CheckItem> checkItems, Cold cold) {
        this.places = places;
        this.cold = cold;
        this.grounds = Arrays.stream(Trade.values())
                .map(trade -> new Ground(
                        trade,
                        places.of(trade == Trade.COLD_HOME ? Trade.BLOCK : trade),
                        checkItems.stream().filter(trade::has).toList()))
                .filter(ground -> !ground.sites().isEmpty() && !ground.items().isEmpty())
                .toList();
    }

    /** @param atWork whether offices are open; otherwise nobody inspects */
    Finding draw(LocalDate day, boolean atWork, Dice dice) {
        var ground = dice.weighted(grounds, each -> weight(each.trade(), day));
        var site = dice.weighted(ground.sites(), Site::weight);
        var unit = places.responsible(site, ground.trade());
        var item = dice.weighted(
                ground.itemsOf(unit), each -> each.grade().frequency() * KNOWN_FOR.getOrDefault(each.code(), 1.0));
        return new Finding(site, ground.trade(), unit, item, source(ground.trade(), item, atWork, dice));
    }

    private double weight(Trade trade, LocalDate day) {
        return trade.share() * (trade.heating() ? cold.heating(day) : 1);
    }

    private static String source(Trade trade, CheckItem item, boolean atWork, Dice dice) {
        if (trade == Trade.COLD_HOME || item.category().equals("SUPPLY_SERVICE")) {
            return dice.falls(0.8) ? "HOTLINE_12345" : "CITIZEN";
        }
        if (SENSED.contains(item.code()) && dice.falls(0.5)) {
            return "MONITORING";
        }
        if (!atWork) {
            return dice.of(List.of("SELF_CHECK", "SELF_CHECK", "HOTLINE_12345", "CITIZEN", "SPOT_CHECK"));
        }
        double share = dice.between(0, 100);
        if (share < 50) {
            return "INSPECTION";
        }
        if (share < 77) {
            return "SELF_CHECK";
        }
        if (share < 85) {
            return "SPOT_CHECK";
        }
        if (share < 91) {
            return "EXPERT";
        }
        if (share < 95) {
            return "LOOK_BACK";
        }
        return share < 98 ? "HOTLINE_12345" : "CITIZEN";
    }
}
