package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Standing;
import java.time.Instant;

/** What a list is sorted by; hazards of the same instant by their id. Those without a deadline come after all others. */
public enum Order {
    NEWEST_FIRST("-foundAt", "foundAt", "desc", "<"),
    OLDEST_FIRST("foundAt", "foundAt", "asc", ">"),
    MOST_URGENT_FIRST("dueAt", "dueOrder", "asc", ">"),
    LEAST_URGENT_FIRST("-dueAt", "dueOrder", "desc", "<");

    private final String code;
    final String key;
    final String direction;
    final String after;

    Order(String code, String key, String direction, String after) {
        this.code = code;
        this.key = key;
        this.direction = direction;
        this.after = after;
    }

    /** As the query parameter {@code sort} names it. */
    public String code() {
        return code;
    }

    boolean byDeadline() {
        return this == MOST_URGENT_FIRST || this == LEAST_URGENT_FIRST;
    }

    /** What a hazard is sorted by. */
    Instant key(Hazard hazard) {
        if (!byDeadline()) {
            return hazard.foundAt();
        }
        Instant dueAt = hazard.dueAt();
        return dueAt == null ? Standing.NEVER : dueAt;
    }
}
