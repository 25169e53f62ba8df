package io.bihuan.notification.delivery.cmpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the SMS that a text is cut into.
 *
 * @param number from 1 on
 * @param total how many they are
 * @param format {@link #ASCII} or {@link #UCS2}
 * @param content what goes out, a header by which the phone puts the parts together in front of it if they are several
 */
record Part(int number, int total, byte format, byte[] content) {

    static final byte ASCII = 0;
    static final byte UCS2 = 8;

    /** These are ASCII and two codes each in the phone's alphabet; the carrier would count them for one. */
    private static final String COUNTED_TWICE = "^{}\\[~]|";

    /**
     * A text's parts.
     *
     * @param reference tells the phone which parts belong together; only its last eight bits count
     */
    static List<Part> of(String text, int reference) {
        boolean ascii = text.chars().allMatch(Part::isPlain);
        var format = ascii ? ASCII : UCS2;
        var charset = ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        var cut = ascii ? cut(text, 160, 153) : cut(text, 70, 67);
        var parts = new ArrayList<Part>(cut.size());
        for (var piece : cut) {
            int number = parts.size() + 1;
            parts.add(new Part(
                    number, cut.size(), format, headed(piece.getBytes(charset), reference, number, cut.size())));
        }
        return parts;
    }

    boolean hasHeader() {
        return total > 1;
    }

    private static boolean isPlain(int character) {
        return (character >= ' ' && character < 0x7f || character == '\n' || character == '\r')
                && character != '`'
                && COUNTED_TWICE.indexOf(character) < 0;
    }

    private static List<String> cut(String text, int single, int several) {
        if (text.length() <= single) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(start + several, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /** 3GPP TS 23.040, section 9.2.3.24.1. */
    private static byte[] headed(byte[] text, int reference, int number, int total) {
        if (total == 1) {
            return text;
        }
        var content = new ByteArrayOutputStream(6 + text.length);
        content.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number});
        content.writeBytes(text);
        return content.toByteArray();
    }
}
