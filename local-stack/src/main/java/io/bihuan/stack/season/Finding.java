package io.bihuan.stack.season;

import io.bihuan.stack.season.Registers.CheckItem;

/**
 * What comes to notice somewhere.
 *
 * @param trade of what kind the trouble is
 * @param unit whose it is
 * @param source how it comes to notice, as a hazard has it
 */
record Finding(Site site, Trade trade, Unit unit, CheckItem item, String source) {

    String description() {
        return Simulated.labelled(item.title());
    }

    Grade grade() {
        return item.grade();
    }

    /** Whether a citizen told, of whom nothing more is said. */
    boolean byCitizens() {
        return source.equals("HOTLINE_12345") || source.equals("CITIZEN");
    }
}
