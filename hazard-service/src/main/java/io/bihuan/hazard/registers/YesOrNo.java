package io.bihuan.hazard.registers;

/** How sheets write what is true or not. */
enum YesOrNo {
    TRUE("是"),
    FALSE("否");

    private final String label;

    YesOrNo(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static YesOrNo of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
