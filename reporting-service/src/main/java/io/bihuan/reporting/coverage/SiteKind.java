package io.bihuan.reporting.coverage;

/** What kind of place a site is. */
public enum SiteKind {
    PIPELINE_COMPANY,
    STATION,
    LPG_SUPPLIER,
    RESTAURANT,
    SCHOOL,
    RESIDENTIAL,
    VILLAGE,
    WORKSITE,
    RETAILER,
    HEAT_SOURCE,
    HEAT_STATION
}
