package io.bihuan.hazard.registers;

import io.bihuan.hazard.sheets.Heading;

/**
 * A column of a register's sheet.
 *
 * @param title its Chinese heading, which is written
 * @param field the entry's field that stands in it, as a request names it; read as a heading too
 * @param width how many characters wide a workbook shows it
 */
record Column(String title, String field, int width) {

    boolean isHeaded(String name) {
        return name.equals(title) || name.equalsIgnoreCase(field);
    }

    Heading heading() {
        return new Heading(title, width);
    }
}
