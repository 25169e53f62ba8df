package io.bihuan.stack.season;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on file before anything is simulated, and what a season is made of.
 *
 * @param districts that are in use
 */
record Registers(List<District> districts, List<CheckItem> checkItems, WorkingDays workingDays) {

    /** A district 行政区划; its code's prefixes are its ancestors. */
    record District(String code, String name, @Nullable String parent) {}

    /** What is a hazard at sites of a kind 检查项. */
    record CheckItem(String code, String category, String siteKind, String title, Grade grade) {}

    Registers {
        districts = List.copyOf(districts);
        checkItems = List.copyOf(checkItems);
    }
}
