package io.bihuan.notification.delivery;

import java.util.regex.Pattern;

/** What a phone number looks like: E.164 with its plus sign, or the mainland 11 digits. */
public final class Phones {

    /** {@code contracts/sms-gateway/message.schema.json} */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}");

    private Phones() {}

    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
