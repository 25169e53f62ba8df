package io.bihuan.hazard.intake;

import java.util.List;

/**
 * How a ledger writes its dates.
 *
 * @param patterns of {@link java.time.format.DateTimeFormatter}; the first that fits counts
 * @param zone of dates that don't name their offset, such as Asia/Shanghai
 */
record Dates(List<String> patterns, String zone) implements Rule {

    @Override
    public void check() {
        new DateReader(this);
    }
}
