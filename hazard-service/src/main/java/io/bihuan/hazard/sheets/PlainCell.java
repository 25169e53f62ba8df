package io.bihuan.hazard.sheets;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would run as a formula. In CSV an apostrophe before them keeps them texts; reading takes it
 * off again, so that a text that went out comes back as it was.
 */
final class PlainCell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private PlainCell() {}

    static String written(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
