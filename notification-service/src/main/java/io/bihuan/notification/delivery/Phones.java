package io.bihuan.notification.delivery;

import java.util.regex.Pattern;

/** What a phone number looks like: E.164 with its plus sign, or the mainland 11 digits. */
public final class Phones {

    /** {@code contracts/sms-gateway/message.schema.json} */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}");

    private static final int SHORT = 11;

    private Phones() {}

    /** The first three and the last four characters of a phone, or of a short one just the last two. */
    public static String masked(String phone) {
        int shown = phone.length() < SHORT ? 0 : 3;
        int last = phone.length() < SHORT ? Math.min(2, phone.length()) : 4;
        int hidden = phone.length() - shown - last;
        return phone.substring(0, shown) + "*".repeat(hidden) + phone.substring(shown + hidden);
    }

    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
