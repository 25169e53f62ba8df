package io.bihuan.stack;

import java.time.Instant;
import java.time.ZoneId;

/** A carrier's id of an SMS: 64 bits that people read as 22 digits, month to second, gateway, number (Msg_Id). */
final class IsmgId {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int GATEWAY = 97901;
    private static final int[] BITS = {4, 5, 5, 6, 6, 22, 16};
    private static final int[] DIGITS = {2, 2, 2, 2, 2, 7, 5};

    private IsmgId() {}

    static long of(Instant instant, int number) {
        var at = instant.atZone(BEIJING);
        var fields = new int[] {
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            GATEWAY,
            number & 0xFFFF
        };
        long id = 0;
        for (int i = 0; i < fields.length; i++) {
            id = id << BITS[i] | fields[i];
        }
        return id;
    }

    static String text(long id) {
        var text = new StringBuilder();
        int shift = 64;
        for (int i = 0; i < BITS.length; i++) {
            shift -= BITS[i];
            text.append(("%0" + DIGITS[i] + "d").formatted(id >>> shift & (1L << BITS[i]) - 1));
        }
        return text.toString();
    }

    static long parse(String text) {
        long id = 0;
        int at = 0;
        for (int i = 0; i < BITS.length; i++) {
            id = id << BITS[i] | Long.parseLong(text, at, at + DIGITS[i], 10);
            at += DIGITS[i];
        }
        return id;
    }
}
