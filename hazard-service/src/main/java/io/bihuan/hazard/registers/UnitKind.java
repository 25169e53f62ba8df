package io.bihuan.hazard.registers;

/** What a responsible unit 责任单位 is (glossary, section 2). */
public enum UnitKind {
    PIPELINE_GAS_COMPANY("管道燃气企业"),
    FILLING_STATION("加气站"),
    LPG_STORAGE_AND_FILLING("液化石油气储配充装企业"),
    RESTAURANT("餐饮场所"),
    SCHOOL_OR_CANTEEN("学校、食堂"),
    RESIDENTIAL_BLOCK("居民小区"),
    HEAT_SOURCE("热源企业"),
    HEAT_NETWORK("供热管网企业"),
    PROPERTY_MANAGER("物业服务企业"),
    OTHER("其他");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** As the registers' sheets write it. */
    public String label() {
        return label;
    }
}
