package io.bihuan.stack;

import java.util.Map;

/** The topics of the product. Whoever runs Kafka creates them; the broker creates none by itself. */
public final class Topics {

    public static final String HAZARD_EVENTS = "hazard.events";
    public static final String DISTRICT_EVENTS = "district.events";

    /** Each topic with its number of partitions. */
    public static final Map<String, Integer> ALL = Map.of(
            HAZARD_EVENTS,
            6,
            DISTRICT_EVENTS,
            6,
            "unit.events",
            6,
            "site.events",
            6,
            "inspection.events",
            6,
            "training.events",
            6,
            "campaign.events",
            6,
            "case.events",
            6,
            "notification.dead-letter",
            1,
            "reporting.dead-letter",
            1);

    private Topics() {}
}
