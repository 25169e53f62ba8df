package io.bihuan.reporting.tables;

import org.jspecify.annotations.Nullable;

/** What the values of a column are, which says how a workbook shows them. */
public enum Kind {
    TEXT(24, null),
    COUNT(12, "0"),
    /** 0 to 1. */
    RATE(12, "0.00%"),
    /** Of 24 hours. */
    DAYS(12, "0.0"),
    /** In CNY. */
    MONEY(16, "#,##0.00");

    private final int width;
    private final @Nullable String format;

    Kind(int width, @Nullable String format) {
        this.width = width;
        this.format = format;
    }

    /** How many characters wide a workbook shows it. */
    int width() {
        return width;
    }

    /** The number format of a workbook; null for a text. */
    @Nullable
    String format() {
        return format;
    }
}
