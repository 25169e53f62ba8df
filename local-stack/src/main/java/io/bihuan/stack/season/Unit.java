package io.bihuan.stack.season;

/**
 * A responsible unit 责任单位.
 *
 * @param kind as the register writes it
 * @param phone of its responsible person
 */
record Unit(String code, String name, String kind, String district, String phone) {

    /** What its responsible person is called. */
    static final String RESPONSIBLE = "安全负责人";
}
