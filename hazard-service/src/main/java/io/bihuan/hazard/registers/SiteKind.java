package io.bihuan.hazard.registers;

/** What kind of place a site 检查对象 is; check items apply to one kind (glossary, section 2). */
public enum SiteKind {
    PIPELINE_COMPANY("管道燃气企业"),
    STATION("场站"),
    LPG_SUPPLIER("液化石油气企业"),
    RESTAURANT("餐饮场所"),
    SCHOOL("学校"),
    RESIDENTIAL("居民用户"),
    VILLAGE("村"),
    WORKSITE("施工工地"),
    RETAILER("燃气具销售点"),
    HEAT_SOURCE("热源"),
    HEAT_STATION("换热站");

    private final String label;

    SiteKind(String label) {
        this.label = label;
    }

    /** As the registers' sheets write it. */
    public String label() {
        return label;
    }
}
