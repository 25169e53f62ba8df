package io.bihuan.stack;

import static java.util.Map.entry;

import java.util.Map;

/** The topics of the product. Whoever runs Kafka creates them; the broker creates none by itself. */
public final class Topics {

    public static final String HAZARD_EVENTS = "hazard.events";
    public static final String DISTRICT_EVENTS = "district.events";

    /** Each topic with its number of partitions. */
    public static final Map<String, Integer> ALL = Map.ofEntries(
            entry(HAZARD_EVENTS, 6),
            entry(DISTRICT_EVENTS, 6),
            entry("unit.events", 6),
            entry("site.events", 6),
            entry("inspection.events", 6),
            entry("training.events", 6),
            entry("campaign.events", 6),
            entry("case.events", 6),
            entry("calendar.events", 6),
            entry("notification.events", 6),
            entry("reporting.events", 6),
            entry("hazard.dead-letter", 1),
            entry("notification.dead-letter", 1),
            entry("reporting.dead-letter", 1));

    private Topics() {}
}
