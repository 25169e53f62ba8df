package io.bihuan.hazard.deadline;

/** How a time to rectify is counted (glossary, section 4). */
public enum Counting {
    /** 自然日: every day counts. */
    CALENDAR("P", "D"),
    /** 工作日: only working days count, by the calendar of the yearly notice. */
    WORKING("P", "D"),
    /** Hours round the clock, from the very instant. */
    HOURS("PT", "H");

    private final String before;
    private final String after;

    Counting(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** ISO 8601: P30D, PT24H. */
    String duration(int amount) {
        return before + amount + after;
    }

    /** How many of these an ISO 8601 duration says; 0 if it says something else. */
    int amount(String duration) {
        return duration.matches(before + "[0-9]{1,4}" + after)
                ? Integer.parseInt(duration.substring(before.length(), duration.length() - after.length()))
                : 0;
    }
}
