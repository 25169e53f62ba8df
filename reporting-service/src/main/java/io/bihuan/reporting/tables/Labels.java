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

    /** The label of a column or measure. */
    public String column(String name) {
        return words.getString("column." + name);
    }

    /** What stands before the total. */
    public String total() {
        return words.getString("total");
    }
}
