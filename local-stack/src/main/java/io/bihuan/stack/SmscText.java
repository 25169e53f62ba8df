package io.bihuan.stack;

import java.nio.charset.StandardCharsets;

/** What a phone makes of the octets of one SMS. */
final class SmscText {

    private static final int UCS_2 = 8;
    private static final int GSM_7 = 0;
    private static final char ESCAPE = 0x1B;

    /** Rows of sixteen, as the table of 3GPP TS 23.038 has columns; the escape is shown as a blank. */
    private static final String[] BASIC = {
        "@£$¥èéùìòÇ\nØø\rÅå",
        "Δ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ",
        " !\"#¤%&'()*+,-./",
        "0123456789:;<=>?",
        "¡ABCDEFGHIJKLMNO",
        "PQRSTUVWXYZÄÖÑÜ§",
        "¿abcdefghijklmno",
        "pqrstuvwxyzäöñüà"
    };

    private SmscText() {}

    /** @param coding the SMPP data coding; what is neither GSM-7 nor UCS-2 is read as Latin 1 */
    static String of(int coding, byte[] octets) {
        return switch (coding) {
            case UCS_2 -> new String(octets, StandardCharsets.UTF_16BE);
            case GSM_7 -> basic(octets);
            default -> new String(octets, StandardCharsets.ISO_8859_1);
        };
    }

    /** Whether a phone network carries that much in one SMS; the header counts. */
    static boolean fits(int coding, int header, int octets) {
        return coding == GSM_7 ? (header * 8 + 6) / 7 + octets <= 160 : header + octets <= 140;
    }

    private static String basic(byte[] octets) {
        var text = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] & 0x7F;
            if (code == ESCAPE && i + 1 < octets.length) {
                text.append(extended(octets[++i]));
            } else {
                text.append(BASIC[code >> 4].charAt(code & 0xF));
            }
        }
        return text.toString();
    }

    private static char extended(byte code) {
        return switch (code) {
            case 0x0A -> '\f';
            case 0x14 -> '^';
            case 0x28 -> '{';
            case 0x29 -> '}';
            case 0x2F -> '\\';
            case 0x3C -> '[';
            case 0x3D -> '~';
            case 0x3E -> ']';
            case 0x40 -> '|';
            case 0x65 -> '€';
            default -> ' ';
        };
    }
}
