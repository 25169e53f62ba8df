package io.bihuan.notification.delivery;

import java.util.ArrayList;
import java.util.List;

/** The SMS that a text takes, each of which is billed (3GPP TS 23.038 and 23.040). */
public final class Segments {

    private Segments() {}

    /** How many they are. */
    public static int of(String text) {
        return parts(text).size();
    }

    /**
     * What each of them says. 160 GSM-7 characters fit into one and 153 into each of several; of UCS-2 70 and 67. No
     * character is cut in two: a phone shows each half of one as nonsense.
     */
    public static List<String> parts(String text) {
        return Gsm7.fits(text) ? parts(text, true, 160, 153) : parts(text, false, 70, 67);
    }

    private static List<String> parts(String text, boolean basic, int single, int several) {
        if (length(text, basic) <= single) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        int start = 0;
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int more = length(character, basic);
            if (length + more > several) {
                parts.add(text.substring(start, at));
                start = at;
                length = 0;
            }
            length += more;
            at += Character.charCount(character);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int length(String text, boolean basic) {
        return text.codePoints().map(character -> length(character, basic)).sum();
    }

    private static int length(int character, boolean basic) {
        return basic ? Gsm7.codes(character) : Character.charCount(character);
    }
}
