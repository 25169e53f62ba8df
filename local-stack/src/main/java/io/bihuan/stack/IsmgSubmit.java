package io.bihuan.stack;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * One SMS as it was submitted (CMPP 3.0, CMPP_SUBMIT).
 *
 * @param phone the terminal's number
 * @param message what the parts of one message have in common
 * @param number 1 for the first part
 * @param total how many parts the message has
 * @param reported whether the sender wants to know what becomes of it
 * @param fault the code with which a carrier refuses it; 0 if there is nothing wrong
 */
record IsmgSubmit(String phone, String message, int number, int total, boolean reported, String text, int fault) {

    private static final int LENGTH_AT = 162;
    private static final int LINK_ID = 20;
    private static final int UCS2 = 8;

    /** @param body what follows the header */
    static IsmgSubmit of(Buffer body) {
        int length = body.length() > LENGTH_AT ? body.getUnsignedByte(LENGTH_AT) : 0;
        if (body.length() != LENGTH_AT + 1 + length + LINK_ID || body.getUnsignedByte(128) != 1) {
            return new IsmgSubmit("", "", 1, 1, false, "", 4);
        }
        int total = body.getUnsignedByte(8);
        int number = body.getUnsignedByte(9);
        boolean headed = body.getUnsignedByte(57) == 1;
        int format = body.getUnsignedByte(58);
        var phone = text(body, 129, 32);
        var content = body.getBytes(LENGTH_AT + 1, LENGTH_AT + 1 + length);
        int header = headed && length > 0 ? content[0] + 1 : 0;
        if (headed != total > 1 || headed && !isPart(content, total, number)) {
            return new IsmgSubmit(phone, "", 1, 1, false, "", 1);
        }
        return new IsmgSubmit(
                phone,
                phone + "/" + text(body, 107, 21) + "/" + (headed ? content[3] : 0) + "/" + total,
                number,
                total,
                body.getUnsignedByte(10) == 1,
                new String(
                        content,
                        header,
                        length - header,
                        format == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII),
                fault(body, phone, format, length));
    }

    private static int fault(Buffer body, String phone, int format, int length) {
        if (format != 0 && format != UCS2) {
            return 1;
        }
        if (length > (format == UCS2 ? 140 : 160)) {
            return 6;
        }
        if (!text(body, 107, 21).matches("106[0-9]{1,18}")) {
            return 10;
        }
        if (!text(body, 59, 6).equals(Ismg.SP_ID)) {
            return 11;
        }
        return phone.matches("1[3-9][0-9]{9}|00[1-9][0-9]{6,14}") ? 0 : 13;
    }

    private static boolean isPart(byte[] content, int total, int number) {
        return content.length > 6
                && content[0] == 5
                && content[1] == 0
                && content[2] == 3
                && content[4] == total
                && content[5] == number
                && number >= 1
                && number <= total;
    }

    /** A field of fixed length, zeros behind. */
    static String text(Buffer body, int at, int length) {
        return body.getString(at, at + length, StandardCharsets.US_ASCII.name()).replaceAll("\0+$", "");
    }
}
