package io.bihuan.stack.season;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.season.Trade.Owner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The units and sites of a season: a few of them come up again and again, most once or twice. The two units that demo persons
 * belong to are among them.
 */
record Places(List<Unit> units, List<Site> sites) {

    /** Those that a county, however small, has. */
    private static final List<Trade> EVERYWHERE =
            List.of(Trade.RESTAURANT, Trade.BLOCK, Trade.HEAT_STATION, Trade.PIPELINE, Trade.SCHOOL);

    private static final double SITES_PER_SHARE = 0.65;
    private static final int BLOCKS_PER_MANAGER = 4;

    /** Of places of one trade in one county, the second is that much less often in trouble than the first, and so on. */
    private static final double UNEVENNESS = 0.7;

    /** Numbers behind those of the walk-through's people; no message leaves this machine. */
    private static final long FIRST_PHONE = 13900000100L;

    /** How far from its county's seat a place may lie, in degrees. */
    private static final double SPREAD = 0.025;

    Places {
        units = List.copyOf(units);
        sites = List.copyOf(sites);
    }

    static Places of(List<County> counties, Dice dice) {
        var builder = new Builder(dice);
        counties.forEach(builder::settle);
        return new Places(builder.units, builder.sites);
    }

    List<Site> of(Trade trade) {
        return sites.stream().filter(site -> site.trade() == trade).toList();
    }

    /** Whose what is found at a site is: what makes homes cold is the heating company's. */
    Unit responsible(Site site, Trade trade) {
        return trade == Trade.COLD_HOME
                ? of(Trade.HEAT_STATION).stream()
                        .filter(other -> other.county().equals(site.county()))
                        .findFirst()
                        .map(Site::unit)
                        .orElse(site.unit())
                : site.unit();
    }

    /** Settles county after county. */
    private static final class Builder {

        private final Dice dice;
        private final List<Unit> units = new ArrayList<>();
        private final List<Site> sites = new ArrayList<>();
        private final Map<Owner, Unit> ofCounty = new EnumMap<>(Owner.class);
        private int unitsOfCounty;
        private int sitesOfCounty;

        Builder(Dice dice) {
            this.dice = dice;
        }

        void settle(County county) {
            ofCounty.clear();
            unitsOfCounty = 0;
            sitesOfCounty = 0;
            for (var trade : Trade.values()) {
                if (!trade.names().isEmpty()) {
                    settle(county, trade);
                }
            }
        }

        private void settle(County county, Trade trade) {
            int count = Math.max(EVERYWHERE.contains(trade) ? 1 : 0, (int)
                    Math.round(county.share() * SITES_PER_SHARE * trade.share() / 100));
            double all = 0;
            for (int nth = 1; nth <= count; nth++) {
                all += Math.pow(nth, -UNEVENNESS);
            }
            for (int nth = 1; nth <= count; nth++) {
                var street = county.streets().get((int) (county.streets().size() * Math.pow(dice.between(0, 1), 2)));
                var plain = "%s%s（%d号）".formatted(county.name(), dice.of(trade.names()), nth);
                var name = Simulated.labelled(plain);
                sites.add(new Site(
                        "%sJC-%s-%03d".formatted(Simulated.CODE, county.code(), ++sitesOfCounty),
                        name,
                        trade,
                        county,
                        street,
                        owner(county, trade, street, name, nth),
                        "%s某路 %d 号".formatted(county.name(), dice.whole(1, 200)),
                        near(county.lat()),
                        near(county.lon()),
                        county.share() * Math.pow(nth, -UNEVENNESS) / all));
            }
        }

        private double near(double degrees) {
            return Math.round((degrees + dice.between(-SPREAD, SPREAD)) * 10_000) / 10_000.0;
        }

        private Unit owner(County county, Trade trade, String street, String site, int nth) {
            return switch (trade.owner()) {
                case ITSELF -> add(county, trade, street, site);
                case PROPERTY_MANAGER -> {
                    if (nth % BLOCKS_PER_MANAGER == 1) {
                        ofCounty.remove(trade.owner());
                    }
                    yield shared(county, trade, "物业公司（%d号）".formatted(nth / BLOCKS_PER_MANAGER + 1));
                }
                case GAS_COMPANY -> shared(county, trade, "燃气公司");
                case HEATING_COMPANY -> shared(county, trade, "供热公司");
            };
        }

        private Unit shared(County county, Trade trade, String name) {
            return ofCounty.computeIfAbsent(
                    trade.owner(),
                    owner -> add(county, trade, county.code(), Simulated.labelled(county.name() + name)));
        }

        private Unit add(County county, Trade trade, String district, String name) {
            var unit =
                    new Unit(code(county, trade), name, trade.unitKind(), district, "" + (FIRST_PHONE + units.size()));
            units.add(unit);
            return unit;
        }

        /** The first restaurant and the heating company of their counties are the demo persons'. */
        private String code(County county, Trade trade) {
            unitsOfCounty++;
            if (county.code().equals("630102") && trade == Trade.RESTAURANT && unitsOfCounty == 1) {
                return DemoPerson.UNIT.unit();
            }
            if (county.code().equals("630203") && trade.owner() == Owner.HEATING_COMPANY) {
                return DemoPerson.UNIT2.unit();
            }
            return "%sDW-%s-%03d".formatted(Simulated.CODE, county.code(), unitsOfCounty);
        }
    }
}
