package io.bihuan.reporting.tables;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people call tables, columns and measures, in Chinese or English. */
public final class Labels {

    /** Where there is nothing to tell: never 0. */
    public static final String NOTHING = "—";

    private final ResourceBundle words;

    /** @param language Chinese or English */
    public Labels(Locale language) {
        this.words = ResourceBundle.getBundle(
                "tables",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The title of a table. */
    public String title(Table table) {
        return words.getString("table." + table.name());
    }

    /** The label of a column or measure; of {@code previous.found} those of both parts. */
    public String column(String name) {
        int point = name.indexOf('.');
        return point < 0
                ? words.getString("column." + name)
                : column(name.substring(0, point)) + " " + column(name.substring(point + 1));
    }

    /** What stands before the total. */
    public String total() {
        return words.getString("total");
    }
}
