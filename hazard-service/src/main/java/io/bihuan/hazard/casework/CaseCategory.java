package io.bihuan.hazard.casework;

/** What a case is about, as far as it decides who handles it (glossary, section 8). */
public enum CaseCategory {
    /** 燃气安全 */
    GAS_SAFETY,
    /** 供气 */
    GAS_SUPPLY,
    /** 供热 */
    HEAT_SUPPLY,
    /** 服务质量 */
    SERVICE_QUALITY,
    /** 价格收费 */
    PRICE,
    /** 窃热 */
    HEAT_THEFT,
    /** 其他 */
    OTHER
}
