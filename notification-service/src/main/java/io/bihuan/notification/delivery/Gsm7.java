package io.bihuan.notification.delivery;

import java.io.ByteArrayOutputStream;

/** The alphabet that SMS carries in seven bits a character (3GPP TS 23.038, section 6.2.1). */
public final class Gsm7 {

    private static final char ESCAPE = '\33';

    /** A character's place is its code. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE
            + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These are sent as the escape and the code that stands below. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final byte[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private Gsm7() {}

    /** Whether the whole text can be said in this alphabet. */
    public static boolean fits(String text) {
        return text.chars().allMatch(character -> codes(character) > 0);
    }

    /** How many codes the character takes: one, two with an escape, or 0 if it can't be said. */
    static int codes(int character) {
        if (character != ESCAPE && BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(character) >= 0 ? 2 : 0;
    }

    /** The text's codes, a byte each; of a text that {@link #fits}. */
    public static byte[] encode(String text) {
        var encoded = new ByteArrayOutputStream(text.length());
        text.chars().forEach(character -> {
            if (codes(character) == 2) {
                encoded.write(ESCAPE);
                encoded.write(EXTENDED_CODES[EXTENDED.indexOf(character)]);
            } else {
                encoded.write(BASIC.indexOf(character));
            }
        });
        return encoded.toByteArray();
    }
}
