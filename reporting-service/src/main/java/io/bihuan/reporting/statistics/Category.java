package io.bihuan.reporting.statistics;

/** What kind of installation or conduct a hazard is about. */
public enum Category {
    PIPELINE,
    STATION,
    CYLINDER,
    COMMERCIAL_USE,
    SCHOOL_USE,
    RESIDENTIAL_USE,
    RURAL_USE,
    TRANSPORT,
    THIRD_PARTY_WORKS,
    APPLIANCE,
    MANAGEMENT,
    MONITORING_SYSTEM,
    ILLEGAL_OPERATION,
    SUPPLY_SERVICE,
    HEAT_SOURCE,
    HEAT_NETWORK,
    HEAT_SERVICE
}
