package io.bihuan.hazard.search;

/** What a list is sorted by; hazards of the same instant by their id. Those without a deadline come after all others. */
public enum Order {
    NEWEST_FIRST("-foundAt", "foundAt", "desc", "<"),
    OLDEST_FIRST("foundAt", "foundAt", "asc", ">"),
    MOST_URGENT_FIRST("dueAt", "coalesce(dueAt, :never)", "asc", ">"),
    LEAST_URGENT_FIRST("-dueAt", "coalesce(dueAt, :never)", "desc", "<");

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
        return key.contains(":never");
    }
}
