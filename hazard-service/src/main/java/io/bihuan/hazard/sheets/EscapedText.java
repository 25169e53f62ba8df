package io.bihuan.hazard.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What XML can't hold, a workbook's texts write as {@code _xHHHH_} (ECMA-376, part 1, 22.9.2.19). */
final class EscapedText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]"
                    + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private EscapedText() {}

    static String written(String text) {
        return TO_ESCAPE.matcher(text).replaceAll(match -> "_x%04X_"
                .formatted((int) match.group().charAt(0)));
    }

    static String read(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
